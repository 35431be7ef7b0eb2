// The page of an answer: puts player, words, fillers, comments and scores together.

import { Comments } from "./comments.js";
import { Fillers } from "./fillers.js";
import { Hearing } from "./hearing.js";
import { listen } from "./keys.js";
import { wire } from "./player.js";
import { replace, say, send } from "./post.js";
import { Scores } from "./scores.js";
import { soundFirst } from "./sound.js";
import { Words } from "./words.js";

const by = (id) => document.getElementById(id);
const desk = by("desk");
const { base, session } = desk.dataset;
const audio = by("sound");
const player = audio ? wire(audio, Number(desk.dataset.duration), base) : null;
const sound = player?.sound ?? null;
const words = new Words(by("transcript"), sound, base);

const took = ({ regions, drawn, words: changed, hearing: told }) => {
  replace(regions);
  if (drawn) player?.wave.show(drawn);
  if (regions?.transcript) words.refresh();
  words.put(changed);
  hearing.follow(told);
};

// Where only content counts there are none to go to.
const fillers = player && by("filler-after") ? new Fillers(by("fillers"), sound, player.wave, base, took) : null;
const comments = new Comments(by("comments"), by("compose"), sound, base, took);
const scores = new Scores(by("scores"), base, took);

words.corrected = (count) => {
  by("again").hidden = by("measure-again").hidden = false;
  by("again-words").textContent = `${count} word${count === 1 ? "" : "s"} corrected. What was heard first is kept.`;
};
const again = async () => {
  const answer = await send(`${base}/again`);
  if (!answer) return;
  took(answer);
  if (answer.hearing) return; // it comes back here when that is done
  by("measure-again").hidden = true;
  say("Measured again. Both versions are kept.");
};
const hearing = new Hearing(by("hearing"), by("measure-again"), base, again);
by("measure-again").addEventListener("click", () => {
  say("Measuring again …");
  again();
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-start]");
  if (!button || !sound) return;
  const { start, end, filler } = button.dataset;
  if (filler !== undefined) return fillers.hear(Number(filler));
  sound.playStretch(Number(start), end === undefined ? Infinity : Number(end));
});

// The marks come a moment after the page: a key pressed before that means them too.
const step = (by_) => marks.then(() => fillers?.step(by_));
by("filler-before")?.addEventListener("click", () => step(-1));
by("filler-after")?.addEventListener("click", () => step(1));
by("drawing")?.addEventListener("filler", (event) => fillers.hear(event.detail));

const status = by("status");
const mark = async (to) => {
  if (!await send(`${session}/status`, { status: to })) return;
  const reviewed = to === "reviewed";
  status.setAttribute("aria-pressed", String(reviewed));
  status.textContent = reviewed ? "Reviewed" : "Mark as reviewed";
};
status.addEventListener("click", () => mark(status.getAttribute("aria-pressed") === "true" ? "to_review" : "reviewed"));
by("blind").addEventListener("change", async (event) => {
  if (await send("/blind", { on: event.target.checked })) location.reload();
  else event.target.checked = event.target.defaultChecked;
});

const go = (rel) => {
  const all = [...document.querySelectorAll(".answers a")];
  all[all.findIndex((a) => a.ariaCurrent === "page") + rel]?.click();
};
// On a narrow screen the answers stand in a row that is wider than it.
const here = document.querySelector(".answers [aria-current]")?.parentElement;
if (here) here.parentElement.scrollLeft = here.offsetLeft - here.parentElement.offsetLeft - 24;
const first = (n) => document.querySelectorAll(".first .moment")[n]?.click();

listen({
  space: () => sound?.toggle(),
  ArrowLeft: () => sound?.seek(sound.now_s - 3),
  ArrowRight: () => sound?.seek(sound.now_s + 3),
  "Shift+ArrowLeft": () => sound?.seek(sound.now_s - 15),
  "Shift+ArrowRight": () => sound?.seek(sound.now_s + 15),
  1: () => first(0), 2: () => first(1), 3: () => first(2),
  f: () => step(1), d: () => step(-1),
  y: () => fillers?.rule("confirm"), n: () => fillers?.rule("reject"), u: () => fillers?.rule("undo"),
  c: () => comments.write(),
  j: () => comments.step(1), k: () => comments.step(-1),
  e: () => words.edit(),
  s: () => scores.begin(),
  ">": () => player?.faster(1), "<": () => player?.faster(-1),
  "+": () => player?.wave.zoom(0.6), "=": () => player?.wave.zoom(0.6), "-": () => player?.wave.zoom(1.6),
  "]": () => go(1), "[": () => go(-1),
  r: async () => { await mark("reviewed"); location.assign(`${session}/print`); },
});

// Fillers and measures of an hour are half of the page, and far below its words: they
// come when somebody nears them, and in any case a little after the sound.
const LATER_MS = 3000;
const nearing = (section) => new Promise((done) => {
  new IntersectionObserver((seen, watch) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    watch.disconnect();
    done();
  }, { rootMargin: "100%" }).observe(section);
  setTimeout(done, LATER_MS);
});
const marks = soundFirst(audio).then(() => send(`${base}/drawn`)).then((drawn) => {
  if (drawn) player?.wave.show(drawn);
});
if (desk.dataset.hearing) hearing.follow(JSON.parse(desk.dataset.hearing));
Promise.all([marks, nearing(by("fillers").parentElement)]).then(() => send(`${base}/found`)).then((answer) => {
  if (answer) took(answer);
  document.documentElement.dataset.ready = "yes";
});
