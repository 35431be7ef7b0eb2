// The rubric: 1 to 5 chooses, and the focus goes on to the next scale.

import { send } from "./post.js";

export class Scores {
  constructor(region, base, took) {
    Object.assign(this, { region, base, took });
    region.addEventListener("change", (event) => this.#chose(event.target));
    region.addEventListener("keydown", (event) => {
      const scale = event.target.closest(".scale");
      if (!scale || event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^[1-5]$/.test(event.key)) {
        event.preventDefault();
        event.stopPropagation();
        const step = scale.querySelector(`input[value="${event.key}"]`);
        step.checked = true;
        this.#next(scale);
        this.#chose(step);
      }
    });
  }

  begin() {
    const open = this.region.querySelector(".scale:not(.scored)") ?? this.region.querySelector(".scale");
    this.#focus(open);
  }

  #focus(scale) {
    const step = scale?.querySelector("input:checked") ?? scale?.querySelector("input");
    step?.focus();
    scale?.scrollIntoView({ block: "nearest" });
  }

  #next(scale) {
    const all = [...this.region.querySelectorAll(".scale")];
    const next = all[all.indexOf(scale) + 1];
    if (next) this.#focus(next);
  }

  async #chose(step) {
    const scale = step.closest(".scale");
    if (!scale) return;
    const answer = await send(`${this.base}/scores`, { scale: scale.dataset.scale, value: Number(step.value) });
    if (answer) return this.took(answer);
    // Not kept: the sheet shows again what is. As it came, before anybody chose.
    for (const one of scale.querySelectorAll("input")) one.checked = one.defaultChecked;
  }
}
