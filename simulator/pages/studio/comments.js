// Comments at a moment: typing stops the sound, Enter keeps it and the sound goes on.

import { say, send } from "./post.js";
import { clock } from "./sound.js";

export class Comments {
  #resume = false;
  #at_s = null;
  #target = null;

  constructor(region, form, sound, base, took) {
    Object.assign(this, { region, form, sound, base, took });
    this.body = form.querySelector("#body");
    this.body.addEventListener("focus", () => this.#begin());
    this.body.addEventListener("input", () => this.#begin());
    this.body.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Escape") this.#leave();
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#keep();
    });
    form.addEventListener("submit", (event) => { event.preventDefault(); this.#keep(); });
    region.addEventListener("click", (event) => {
      const button = event.target.closest("[data-op]");
      if (button) this.#does(button.closest("[data-id]"), button.dataset.op);
    });
  }

  write() {
    this.#begin();
    this.body.focus({ preventScroll: true });
  }

  step(by) {
    const all = [...this.region.querySelectorAll(".comment[data-at]")];
    if (!all.length) return say("No comment yet. c writes one.");
    const now_s = this.sound?.now_s ?? 0;
    const here = all.indexOf(document.activeElement);
    const next = here >= 0 ? all[here + by]
      : by > 0 ? all.find((c) => Number(c.dataset.at) > now_s + 0.05) ?? all[0]
      : all.findLast((c) => Number(c.dataset.at) < now_s - 0.3);
    if (!next) return say(by > 0 ? "No further comment." : "No comment before this.");
    next.focus();
    this.sound?.playStretch(Number(next.dataset.at));
  }

  #begin() {
    if (this.#at_s !== null || this.#target) return;
    this.#resume = Boolean(this.sound?.playing);
    this.sound?.pause();
    this.form.classList.add("writing");
    this.#at_s = Math.round((this.sound?.now_s ?? 0) * 100) / 100;
    this.form.querySelector("#compose-time").textContent = `at ${clock(this.#at_s)}`;
  }

  #leave() {
    this.body.value = "";
    this.body.blur();
    this.form.querySelector("#compose-time").textContent = "";
    this.form.classList.remove("replying", "writing");
    this.#at_s = this.#target = null;
    if (this.#resume) this.sound?.play();
    this.#resume = false;
  }

  async #keep() {
    const body = this.body.value.trim();
    if (!body) return this.#leave();
    const visibility = this.form.querySelector("#shown").checked ? "shown" : "private";
    const kind = this.form.querySelector("[name=kind]:checked").value;
    const act = this.#target
      ? { ...this.#target, body, visibility, ...(this.#target.op === "edit" ? { kind } : {}) }
      : { op: "add", body, start_s: this.sound ? this.#at_s : null, kind, visibility };
    const answer = await send(`${this.base}/comments`, act);
    if (!answer) return;
    this.took(answer);
    this.#leave();
    say("Kept.");
  }

  #does(comment, op) {
    const target = comment.dataset.id;
    const text = comment.querySelector(".body").textContent;
    if (op === "reply" || op === "edit") {
      this.#begin();
      this.#target = { op, target };
      this.form.classList.add("replying");
      this.form.querySelector("#compose-time").textContent = op === "reply" ? `reply to: ${text.slice(0, 40)}` : "editing";
      if (op === "edit") this.#fill(comment, text);
      return this.body.focus({ preventScroll: true });
    }
    const shown = comment.dataset.visibility === "shown";
    const act = op === "show"
      ? { op: "edit", target, body: text, kind: comment.dataset.kind, visibility: shown ? "private" : "shown" }
      : { op, target };
    send(`${this.base}/comments`, act).then((answer) => answer && this.took(answer));
  }

  #fill(comment, text) {
    this.body.value = text;
    this.form.querySelector("#shown").checked = comment.dataset.visibility === "shown";
    const kind = this.form.querySelector(`[name=kind][value="${comment.dataset.kind}"]`);
    if (kind) kind.checked = true;
  }
}
