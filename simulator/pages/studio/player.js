// Buttons, slider and waveform around one recording.

import { clock, Sound, soundFirst } from "./sound.js";
import { Wave } from "./wave.js";

export const wire = (audio, duration_s, base, ids = (name) => name) => {
  const by = (name) => document.getElementById(ids(name));
  const sound = new Sound(audio);
  const slider = by("wave");
  const wave = new Wave(by("drawing"), by("overview"), by("played"), duration_s);
  const speed = by("speed");

  let told = "";
  sound.follow((now_s, playing) => {
    wave.at(now_s, playing);
    // Called at every frame: what reads the same stays untouched.
    const tells = `${clock(now_s)} ${playing}`;
    if (tells === told) return;
    told = tells;
    by("now").textContent = clock(now_s);
    by("play").classList.toggle("playing", playing);
    by("play").setAttribute("aria-label", playing ? "Pause" : "Play");
    slider.setAttribute("aria-valuenow", now_s.toFixed(1));
    slider.setAttribute("aria-valuetext", `${clock(now_s)} of ${clock(duration_s)}`);
  });
  by("play").addEventListener("click", () => sound.toggle());
  speed?.addEventListener("change", () => { sound.rate = Number(speed.value); });
  by("zoom-in")?.addEventListener("click", () => wave.zoom(0.6));
  by("zoom-out")?.addEventListener("click", () => wave.zoom(1.6));
  const lost = () => { by("lost").hidden = false; };
  audio.addEventListener("error", lost);
  if (audio.error) lost(); // it may have failed before this script came

  for (const canvas of [wave.canvas, wave.overview]) {
    let held = false;
    const to = (event) => sound.seek(wave.timeAt(event.offsetX, canvas));
    canvas.addEventListener("pointerdown", (event) => {
      const filler = canvas === wave.canvas && event.offsetY < 22 && wave.fillerAt(wave.timeAt(event.offsetX));
      if (filler) return canvas.dispatchEvent(new CustomEvent("filler", { bubbles: true, detail: filler[2] }));
      held = true;
      canvas.setPointerCapture(event.pointerId);
      to(event);
    });
    canvas.addEventListener("pointermove", (event) => { if (held) to(event); });
    canvas.addEventListener("pointerup", () => { held = false; });
  }
  wave.draw();
  // The sound first: an hour's waveform, computed for the first time, may take seconds.
  soundFirst(audio).then(() => wave.load(`${base}/peaks`));

  const faster = (by_) => {
    speed.selectedIndex = Math.min(speed.length - 1, Math.max(0, speed.selectedIndex + by_));
    speed.dispatchEvent(new Event("change"));
  };
  // "#t=12.3,15" in the address: a moment of another answer that was chosen there.
  const asked = /^#t=([\d.]+)(?:,([\d.]+))?$/.exec(location.hash);
  if (asked) sound.playStretch(Number(asked[1]), asked[2] ? Number(asked[2]) : Infinity);
  return { sound, wave, faster };
};
