// The transcript: in step with the sound, a click hears a word, `e` corrects it.

import { say, send } from "./post.js";
import { clicked, Transcript } from "./transcript.js";

export class Words {
  #lit = null;

  constructor(region, sound, base) {
    this.region = region;
    this.sound = sound;
    this.base = base;
    this.corrected = () => {};
    this.transcript = new Transcript(region);
    this.refresh();
    region.addEventListener("click", (event) => {
      const word = event.target.closest(".transcript p") && clicked(event);
      if (!word || event.target.matches("input") || getSelection().toString()) return;
      this.at(word);
      if (word.dataset.s) sound?.playStretch(Number(word.dataset.s));
    });
    region.addEventListener("dblclick", (event) => {
      const word = event.target.closest(".transcript p") && clicked(event);
      if (word) this.edit(word);
    });
    region.addEventListener("keydown", (event) => this.#moved(event));
    sound?.follow((now_s) => this.#light(now_s));
  }

  refresh() {
    this.transcript.refresh();
    this.#lit = null;
    const first = this.transcript.word(0);
    if (first) first.tabIndex = 0;
  }

  // The word that is focused, or the one being said.
  get current() {
    return document.activeElement?.closest?.(".w") ?? this.#lit ?? this.transcript.word(0);
  }

  // The next word, or the one before.
  #beside(word, step) { return this.transcript.word(Number(word.dataset.n) + step); }

  at(word) {
    this.region.querySelector('.w[tabindex="0"]')?.setAttribute("tabindex", "-1");
    word.tabIndex = 0;
    word.focus({ preventScroll: true });
  }

  edit(word = this.current) {
    if (!word || word.querySelector("input")) return;
    this.sound?.pause();
    const before = shown(word);
    const input = document.createElement("input");
    input.value = before;
    input.maxLength = 400;
    input.size = Math.max(4, before.length + 1);
    input.setAttribute("aria-label", `What was said instead of ${before || "nothing"}; empty removes it`);
    const kept = [...word.childNodes];
    word.replaceChildren(input);
    input.focus();
    input.select();
    let done = false;
    const leave = (keep) => {
      if (done) return;
      done = true;
      const text = input.value.trim().replace(/\s+/g, " ");
      word.replaceChildren(...kept);
      if (keep && text !== before) this.#keep(word, text);
    };
    input.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (!["Enter", "Escape", "Tab"].includes(event.key)) return;
      event.preventDefault();
      leave(event.key !== "Escape");
      const next = this.#beside(word, event.shiftKey ? -1 : 1);
      if (event.key === "Tab" && next) this.edit(next);
      else this.at(word);
    });
    input.addEventListener("blur", () => leave(true));
  }

  async #keep(word, text) {
    const was = word.dataset.was ?? shown(word);
    const back = text === was;
    const before = word.cloneNode(true);
    word.dataset.was = was;
    word.classList.remove("doubtful", "filler", "perhaps", "marker");
    word.classList.toggle("edited", !back && text !== "");
    word.classList.toggle("removed", !back && text === "");
    word.textContent = text;
    if (back) delete word.dataset.was;
    const answer = await send(`${this.base}/words`, { place: Number(word.dataset.n), text: back ? null : text });
    if (!answer) return this.#takeBack(word, before);
    say(back ? "Back to what was heard." : "Corrected. What was heard is kept too.");
    this.corrected(this.region.querySelectorAll(".transcript [data-was]").length);
  }

  // It was not kept, and send() has said why: the word reads again as it is kept.
  #takeBack(word, before) {
    word.className = before.className;
    if (before.dataset.was === undefined) delete word.dataset.was;
    else word.dataset.was = before.dataset.was;
    word.replaceChildren(...before.childNodes);
  }

  #moved(event) {
    const word = event.target.closest(".w");
    if (!word || event.target.matches("input")) return;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const next = this.#beside(word, step);
      if (next) this.at(next);
    } else if (event.key === "Enter" && word.dataset.s) {
      this.sound?.playStretch(Number(word.dataset.s));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // One word of a filler a person ruled on comes back by itself: an hour of words stays.
  put(words = {}) {
    for (const [place, html] of Object.entries(words)) {
      const old = this.transcript.word(Number(place));
      if (!old) continue;
      const made = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
      old.className = made.className + (old === this.#lit ? " now-said" : "");
      old.replaceChildren(...made.childNodes);
    }
  }

  #light(now_s) {
    const word = this.transcript.saidAt(now_s + 0.02) ?? null;
    if (word === this.#lit) return;
    this.#lit?.classList.remove("now-said");
    word?.classList.add("now-said");
    this.#lit = word;
    if (word && this.sound.playing && !this.region.contains(document.activeElement)) keepInView(word);
  }
}

const shown = (word) => [...word.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE).map((n) => n.data).join("").trim();

const keepInView = (word) => {
  const box = word.getBoundingClientRect();
  const player = document.getElementById("player")?.getBoundingClientRect();
  const top = player && player.top < 60 ? player.bottom : 0;
  if (box.top < top + 10 || box.bottom > innerHeight - 40) {
    const smooth = matchMedia("(prefers-reduced-motion: no-preference)").matches;
    scrollBy({ top: box.top - top - (innerHeight - top) / 3, behavior: smooth ? "smooth" : "instant" });
  }
};
