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
sides.forEach((player, n) => player?.sound.audio.addEventListener("play", () => {
  last = n;
  sides[1 - n]?.sound.pause();
}));
const step = (by_s) => { const sound = sides[last]?.sound; sound?.seek(sound.now_s + by_s); };

listen({
  1: () => sides[0]?.sound.toggle(),
  2: () => sides[1]?.sound.toggle(),
  space: () => sides[last]?.sound.toggle(),
  ArrowLeft: () => step(-3),
  ArrowRight: () => step(3),
});
document.documentElement.dataset.ready = "yes";
