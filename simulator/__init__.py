"""A mock interview, spoken and measured on the user's own machine."""

import os

__version__ = "0.1.0"

# Nothing leaves this machine. onnxruntime's official builds (1.3x) report events to
# their maker from the first session on, and huggingface_hub counts downloads; both ask
# the environment before they begin, so it must be said before either is imported.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"

# numpy's BLAS works on one thread. Our matrices are small: a second thread wins little,
# waits in a busy loop on the core that Whisper needs (6 % of it), and rounds otherwise,
# so that words would hang on how many cores a machine has.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
