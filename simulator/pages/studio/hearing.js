// A long answer is listened to once more before it can be measured again. How far that has
// come stands in a line of its own; its start and its end are announced.

import { say } from "./post.js";

const EVERY_MS = 500;
const pause = () => new Promise((done) => { setTimeout(done, EVERY_MS); });

const about = (seconds) => {
  if (seconds > 90) return `about ${Math.round(seconds / 60)} minutes`;
  const rounded = seconds > 20 ? Math.round(seconds / 5) * 5 : Math.max(1, Math.round(seconds));
  return `about ${rounded} second${rounded === 1 ? "" : "s"}`;
};

export class Hearing {
  #on = false;

  constructor(line, button, base, done) {
    Object.assign(this, { line, button, base, done });
  }

  // `told`: the share done and the seconds left, null while the speed is not known.
  async follow(told) {
    if (this.#on || !told) return;
    this.#on = true;
    this.#busy(true);
    let announced = false;
    try {
      while (told) {
        this.#show(told);
        if (!announced && told.left_s !== null) {
          announced = true;
          say(`Listening to the whole answer once more, ${about(told.left_s)}. Go on meanwhile.`);
        }
        await pause();
        const answer = await fetch(`${this.base}/hearing`);
        told = answer.ok ? (await answer.json()).hearing : null;
      }
    } catch { /* the studio stopped: what is asked for next says so */ }
    this.#on = false;
    this.#busy(false);
    await this.done();
  }

  #busy(on) {
    this.line.hidden = !on;
    this.button.disabled = on;
    this.button.textContent = on ? "Measuring again …" : "Measure again";
  }

  #show({ share, left_s }) {
    this.line.querySelector("progress").value = share;
    const left = left_s === null ? "" : `, ${about(left_s)} left`;
    this.line.querySelector("span").textContent = `Measuring again: ${Math.round(100 * share)} %${left}`;
  }
}
