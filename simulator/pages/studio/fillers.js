// One filler after the other, each alone; a key says whether it is one.

import { say, send } from "./post.js";

export class Fillers {
  constructor(region, sound, wave, base, took) {
    Object.assign(this, { region, sound, wave, base, took, picked: null });
    region.addEventListener("click", (event) => {
      const ruling = event.target.closest("[data-ruling]");
      if (!ruling) return;
      this.pick(Number(ruling.closest("[data-f]").dataset.f));
      this.rule(ruling.dataset.ruling);
    });
  }

  get all() { return this.wave.marks.fillers; }

  step(by) {
    const now_s = this.sound.now_s;
    const at = this.all.findIndex(([, , place]) => place === this.picked);
    let next = at + by;
    if (at < 0 || Math.abs(this.all[at][0] - now_s) > 3) {
      next = by > 0 ? this.all.findIndex(([from]) => from > now_s + 0.05) : this.all.findLastIndex(([from]) => from < now_s - 0.3);
    }
    const filler = this.all[next];
    if (!filler) return say(by > 0 ? "No further filler." : "No filler before this.");
    this.hear(filler[2]);
  }

  hear(place) {
    const filler = this.all.find((f) => f[2] === place);
    if (!filler) return;
    this.pick(place);
    this.sound.playStretch(filler[0], filler[1]);
  }

  pick(place) {
    this.picked = this.wave.picked = place;
    for (const line of document.querySelectorAll("[data-f]")) {
      line.classList.toggle("picked", Number(line.dataset.f) === place);
    }
    this.wave.draw();
    // Only its own list scrolls: the page must not jump away from the player.
    const line = this.region.querySelector(`[data-f="${place}"]`), list = line?.parentElement;
    if (list) list.scrollTop += line.getBoundingClientRect().top - list.getBoundingClientRect().top - 40;
  }

  async rule(ruling) {
    if (this.picked === null) return say("Play a filler first: f.");
    const place = this.picked, before = this.#mark(place, ruling);
    const answer = await send(`${this.base}/fillers`, { place, ruling });
    if (!answer) return before(); // send() has said why
    this.took(answer);
    this.pick(this.picked);
    const count = document.getElementById("filler-count")?.textContent ?? "";
    say(`${{ confirm: "It is a filler", reject: "Not a filler", undo: "Taken back" }[ruling]}. ${count}.`);
  }

  // At once: the counts follow when the answer has been measured again. Gives back what
  // takes the mark away, should it not be kept.
  #mark(place, ruling) {
    const marked = [...document.querySelectorAll(`[data-f="${place}"]`)].map((one) => {
      const was = ["rejected", "confirmed"].map((name) => [name, one.classList.contains(name)]);
      one.classList.toggle("rejected", ruling === "reject");
      one.classList.toggle("confirmed", ruling === "confirm");
      return [one, was];
    });
    return () => {
      for (const [one, was] of marked) for (const [name, on] of was) one.classList.toggle(name, on);
    };
  }
}
