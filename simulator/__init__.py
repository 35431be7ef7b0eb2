"""A mock interview, spoken and measured on the user's own machine."""

import os

__version__ = "0.1.0"

# Nothing leaves this machine. onnxruntime's official builds (1.3x) report events to
# their maker from the first session on, and huggingface_hub counts downloads; both ask
# the environment before they begin, so it must be said before either is imported.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"

# numpy's BLAS splits a product between threads, and rounds as it is split: with as many
# as there are cores, a spectrogram's last bits, and with them some of Whisper's words,
# would be others on a larger machine. Two are what all figures were measured with.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "2")

# The second thread of numpy's BLAS waits for work in a busy loop of 2^26 cycles, 20 ms
# after each product, on a core that Whisper needs: 6 % of it while somebody speaks.
# 2^12 cycles are 2 microseconds.
os.environ.setdefault("OPENBLAS_THREAD_TIMEOUT", "12")
