// The recording: plays a stretch and stops at its end, tells where it is.

export const clock = (seconds) => {
  const whole = Math.max(0, Math.round(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const pad = (n) => String(n).padStart(2, "0");
  return h ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`;
};

const LATEST_MS = 1500; // some browsers load nothing before somebody plays

// Resolves when the recording could begin to play, or will not by itself.
export const soundFirst = (audio) => new Promise((done) => {
  if (!audio || audio.error || audio.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) return done();
  for (const name of ["loadeddata", "error"]) audio.addEventListener(name, done, { once: true });
  setTimeout(done, LATEST_MS);
});

export class Sound {
  #stop_s = Infinity;
  #followers = [];
  #frame = 0;
  #timer = 0;

  constructor(audio) {
    this.audio = audio;
    audio.preservesPitch = true;
    const tick = () => this.#tick();
    for (const name of ["play", "pause", "seeked", "timeupdate", "ratechange", "loadedmetadata"]) {
      audio.addEventListener(name, tick);
    }
  }

  get now_s() { return this.audio.currentTime; }
  get playing() { return !this.audio.paused; }
  get stretchEnd_s() { return this.#stop_s; }

  // Called at every frame while it plays, and whenever the place changes.
  follow(look) { this.#followers.push(look); }

  play() {
    this.#stop_s = Infinity;
    return this.#start();
  }

  pause() { this.audio.pause(); }

  toggle() { return this.playing ? this.pause() : this.play(); }

  // From start to end and no further; without an end it plays on.
  playStretch(start_s, end_s = Infinity) {
    this.audio.currentTime = start_s;
    this.#stop_s = Number.isFinite(end_s) ? end_s : Infinity;
    return this.#start();
  }

  seek(to_s) {
    this.#stop_s = Infinity;
    const last = Number.isFinite(this.audio.duration) ? this.audio.duration : Infinity;
    this.audio.currentTime = Math.min(Math.max(0, to_s), last);
  }

  set rate(rate) { this.audio.playbackRate = rate; }
  get rate() { return this.audio.playbackRate; }

  async #start() {
    try {
      await this.audio.play();
    } catch {
      // The browser refused (no key or click yet), or a pause came first.
    }
  }

  #tick() {
    const reached = this.now_s >= this.#stop_s;
    if (reached && this.playing) {
      this.audio.pause();
      this.#stop_s = Infinity;
    }
    for (const look of this.#followers) look(this.now_s, this.playing);
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    if (!this.playing) return;
    this.#frame = requestAnimationFrame(() => this.#tick());
    // Frames come late on a busy machine, and not at all in a tab nobody sees: a stretch
    // ends by the clock.
    const left_s = (this.#stop_s - this.now_s) / this.rate;
    if (Number.isFinite(left_s)) this.#timer = setTimeout(() => this.#tick(), 1000 * left_s);
  }
}
