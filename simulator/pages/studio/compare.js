// Two attempts: one sound at a time, each with its waveform and marks.

import { listen } from "./keys.js";
import { wire } from "./player.js";

const sides = [1, 2].map((n) => {
  const side = document.getElementById(`side-${n}`);
  const audio = document.getElementById(`sound-${n}`);
  if (!audio) return null;
  const player = wire(audio, Number(side.dataset.duration), side.dataset.base, (name) => `${name}-${n}`);
  fetch(`${side.dataset.base}/drawn`).then((answer) => answer.json()).then((drawn) => player.wave.show(drawn));
  return player;
});

let last = 0;
const alone = (n) => {
  last = n;
  sides[1 - n]?.sound.pause();
};
// The event comes a moment after the sound has begun: a key must not wait for it, or both
// are heard for that moment. It is there for the browser's own buttons.
sides.forEach((player, n) => player?.sound.audio.addEventListener("play", () => alone(n)));
const toggle = (n) => { alone(n); sides[n]?.sound.toggle(); };
const step = (by_s) => { const sound = sides[last]?.sound; sound?.seek(sound.now_s + by_s); };

listen({
  1: () => toggle(0),
  2: () => toggle(1),
  space: () => toggle(last),
  ArrowLeft: () => step(-3),
  ArrowRight: () => step(3),
});
document.documentElement.dataset.ready = "yes";
