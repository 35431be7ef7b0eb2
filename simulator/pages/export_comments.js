// Comments kept in the page: entries are only added, what is shown is folded from them,
// as the simulator folds them. Text is set as text, never as HTML.

const KINDS = { work_on: "To work on", strength: "Strength", question: "Question", "": "" };
const source = document.getElementById("mock-interview-comments");
const held = JSON.parse(source.textContent);
const reviewer = document.getElementById("reviewer");
const told = document.getElementById("said");
const MOST_CHARS = 4000;
let unsaved = 0;

const clock = (s) => `${Math.floor(s / 60)}:${String(Math.floor(s % 60)).padStart(2, "0")}`;
const seconds = (text) => {
  const found = /^\s*(?:(\d{1,3}):)?(\d{1,4}(?:[.,]\d+)?)\s*$/.exec(text);
  return found ? Number(found[1] ?? 0) * 60 + Number(found[2].replace(",", ".")) : null;
};
const newId = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
// Entries are ordered to the microsecond; the clock of a browser is coarser than that, and
// another machine's may run ahead: what is written now comes after all that is read here.
// What is dated more than a day ahead has no clock; import-comments refuses it.
const written = (ms) => new Date(ms).toISOString().replace(/Z$/, "000Z");
const after = (at) => {
  const micros = Number(at.slice(23, 26)) + 1;
  return micros < 1000
    ? `${at.slice(0, 23)}${String(micros).padStart(3, "0")}Z`
    : written((Date.parse(`${at.slice(0, 23)}Z`) || Date.now()) + 1);
};
const ahead = written(Date.now() + 86_400_000);
let last = held.entries.reduce((latest, { at }) => (at > latest && at < ahead ? at : latest), "");
const now = () => {
  const at = written(Date.now());
  last = at > last ? at : after(last);
  return last;
};
const make = (tag, content = {}, ...children) => {
  const { data = {}, ...properties } = content;
  const element = Object.assign(document.createElement(tag), properties);
  Object.assign(element.dataset, data);
  element.append(...children);
  return element;
};

const fold = (entries) => {
  const order = [...entries].sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1));
  const comments = new Map();
  const replies = new Map();
  for (const e of order) {
    if (e.op === "add") comments.set(e.id, { ...e, settled: null, replies: [] });
    if (e.op === "reply") replies.set(e.id, { ...e });
  }
  for (const e of order) {
    const comment = comments.get(e.target);
    const own = comment ?? replies.get(e.target);
    if (e.op === "resolve" && comment) comment.settled = e.body === "open" ? null : e.coach;
    if (!own || own.coach !== e.coach) continue;
    if (e.op === "edit") Object.assign(own, { body: e.body, kind: e.kind, edited: true });
    if (e.op === "delete") (comment ? comments : replies).delete(e.target);
  }
  for (const r of replies.values()) comments.get(r.target)?.replies.push(r);
  return [...comments.values()].sort((a, b) => (a.start_s ?? 0) - (b.start_s ?? 0) || (a.at < b.at ? -1 : 1));
};

// Half an emoji (typed, pasted or cut) is no text that a file can hold.
const whole = (text) => text.replace(/\p{Surrogate}/gu, "\ufffd");

const write = (fields) => {
  const coach = reviewer.value.trim();
  if (!coach) {
    told.textContent = "Say your name first.";
    reviewer.focus();
    reviewer.setAttribute("aria-invalid", "true");
    return false;
  }
  reviewer.removeAttribute("aria-invalid");
  held.entries.push({
    id: newId(), coach: whole(coach), at: now(), turn: "", start_s: null, op: "add", target: null,
    visibility: "shown", kind: "", ...fields, body: whole(fields.body ?? ""),
  });
  unsaved += 1;
  draw();
  return true;
};

const actions = (article, comment) => {
  const mine = comment.coach === reviewer.value.trim();
  const about = { turn: comment.turn, start_s: comment.start_s, target: comment.id };
  const act = (label, run) =>
    make("button", { type: "button", textContent: label, onclick: run, ariaLabel: `${label}: ${comment.body.slice(0, 60)}` });
  const ask = (label, text, op, kind = "") => {
    let body = prompt(label, text)?.trim();
    while (body?.length > MOST_CHARS) {
      body = prompt(`${label}: it has ${body.length} characters, and ${MOST_CHARS} fit`, body)?.trim();
    }
    if (body) write({ ...about, op, body, kind });
  };
  const list = [
    act("Reply", () => ask("Your reply", "", "reply")),
    act(comment.settled ? "Open again" : "Settled", () =>
      write({ ...about, op: "resolve", body: comment.settled ? "open" : "" })),
  ];
  if (mine) {
    list.push(act("Change", () => ask("Your comment", comment.body, "edit", comment.kind)));
    list.push(act("Delete", () => write({ ...about, op: "delete" })));
  }
  return make("p", { className: "acts" }, ...list);
};

const drawn = (article, comment) => {
  const sound = article.querySelector("audio");
  const about = make("p", { className: "about" });
  if (comment.start_s !== null && sound) {
    about.append(make("button", {
      type: "button", className: "play", textContent: clock(comment.start_s),
      ariaLabel: `Play from ${clock(comment.start_s)}`,
      onclick: () => {
        sound.currentTime = comment.start_s;
        sound.play().catch(() => {});
      },
    }));
  }
  about.append(make("span", { className: "kind", textContent: KINDS[comment.kind] ?? "" }));
  about.append(make("span", { textContent: comment.coach + (comment.edited ? ", changed" : "") }));
  if (comment.settled) about.append(make("span", { textContent: `settled by ${comment.settled}` }));
  const item = make("li", { className: `${comment.kind in KINDS ? comment.kind : ""}${comment.settled ? " settled" : ""}`, tabIndex: -1 },
    about, make("p", { className: "text", textContent: comment.body }));
  if (comment.replies.length) {
    item.append(make("ul", {}, ...comment.replies.map((r) =>
      make("li", {}, make("p", { className: "about", textContent: r.coach }), make("p", { className: "text", textContent: r.body })))));
  }
  item.append(actions(article, comment));
  return item;
};

const pins = (article, comments) => {
  const place = article.querySelector("[data-pins]");
  if (!place) return;
  const length = Number(place.closest(".plot").dataset.length) || 1;
  place.replaceChildren(...comments.filter((c) => c.start_s !== null).map((c) => {
    const pin = document.createElementNS("http://www.w3.org/2000/svg", "circle");
    const at = { cx: `${Math.min(100, (100 * c.start_s) / length)}%`, cy: 6, r: 5, class: `pin ${c.kind}` };
    for (const [name, value] of Object.entries(at)) pin.setAttribute(name, value);
    return pin;
  }));
};

const draw = () => {
  const all = fold(held.entries);
  for (const article of document.querySelectorAll("article[data-stem]")) {
    const mine = all.filter((c) => c.turn === article.dataset.stem);
    article.querySelector("[data-list]").replaceChildren(...(mine.length
      ? mine.map((c) => drawn(article, c))
      : [make("li", { className: "none", textContent: "No comment yet." })]));
    pins(article, mine);
  }
  document.getElementById("save-comments").disabled = !held.entries.length;
  document.getElementById("unsaved").textContent = unsaved ? `${unsaved} not saved yet` : "";
};

for (const form of document.querySelectorAll("[data-form]")) {
  const article = form.closest("article");
  const [body, at, kind] = ["body", "at-field", "kind"].map((n) => form.querySelector(`[data-${n}]`));
  const sound = article.querySelector("audio");
  let waiting = false;
  const keep = () => {
    const text = body.value.trim();
    if (!text) return;
    const done = write({ turn: article.dataset.stem, start_s: seconds(at.value), body: text, kind: kind.value });
    if (!done) return;
    body.value = at.value = "";
    told.textContent = "The comment is kept in this page.";
    if (waiting) sound?.play().catch(() => {});
    waiting = false;
  };
  // Typing pauses the sound and takes the moment; keeping the comment lets it go on.
  body.addEventListener("input", () => {
    if (sound && !sound.paused) {
      sound.pause();
      waiting = true;
    }
    if (sound && !at.value) at.value = clock(sound.currentTime);
  });
  body.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    keep();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keep();
  });
  if (!sound) form.querySelector(".at-field").hidden = true;
}

const download = (text, type, name) => {
  const address = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  unsaved = 0;
  draw();
};
const safeName = () => reviewer.value.trim().replace(/[^A-Za-z0-9]+/g, "-").slice(0, 40) || "comments";
const jsonText = () => JSON.stringify(held);

document.getElementById("save-comments").addEventListener("click", () =>
  download(jsonText(), "application/json", `${held.session}.${safeName()}.comments.json`));

document.getElementById("save-page").addEventListener("click", () => {
  const copy = document.documentElement.cloneNode(true);
  for (const name of ["ready", "sound"]) delete copy.dataset[name];
  for (const audio of copy.querySelectorAll("audio")) audio.removeAttribute("src");
  for (const place of copy.querySelectorAll("[data-list], [data-pins], #said, #unsaved")) place.replaceChildren();
  for (const word of copy.querySelectorAll(".now-said")) word.classList.remove("now-said");
  copy.querySelector("#mock-interview-comments").textContent =
    jsonText().replace(/[<>&]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`);
  download(`<!doctype html>\n${copy.outerHTML}`, "text/html", `${held.session}.${safeName()}.html`);
});

document.addEventListener("next-comment", () => {
  const items = [...document.querySelectorAll(".comments li[tabindex]")];
  const next = items[items.indexOf(document.activeElement) + 1] ?? items[0];
  next?.focus();
});
// While typing, not when the field is left: that is the click on one of the buttons drawn.
reviewer.addEventListener("input", draw);
addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});
draw();
document.documentElement.dataset.comments = "yes";
