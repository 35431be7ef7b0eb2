// The player of a page that carries its sound inside: blobs from base64, keys, words.

const audios = [...document.querySelectorAll("audio[data-from]")];
let current = audios[0] ?? null;

const bytesOf = (base64) => {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let k = 0; k < text.length; k++) bytes[k] = text.charCodeAt(k);
  return bytes;
};

const fill = (audio) => {
  const data = document.getElementById(audio.dataset.from);
  if (!data) return;
  const blob = new Blob([bytesOf(data.textContent.trim())], { type: data.dataset.type });
  audio.src = URL.createObjectURL(blob);
};
// One after the other, so that a long session never holds up the first paint.
const fillAll = (left) => {
  if (!left.length) {
    document.documentElement.dataset.sound = "yes";
    return;
  }
  fill(left[0]);
  setTimeout(() => fillAll(left.slice(1)), 0);
};
fillAll(audios);

const speed = document.getElementById("speed");
const setSpeed = () => {
  for (const audio of audios) {
    audio.preservesPitch = true;
    audio.defaultPlaybackRate = Number(speed.value);
    audio.playbackRate = Number(speed.value);
  }
};
speed.addEventListener("change", setSpeed);

for (const audio of audios) {
  audio.addEventListener("play", () => {
    current = audio;
    for (const other of audios) if (other !== audio) other.pause();
  });
}

// A plain word is heard from there on; marks and buttons have their own way.
document.addEventListener("click", (event) => {
  const word = event.target.closest?.(".transcript p") && clicked(event);
  if (!word?.dataset.s || word.closest("button")) return;
  const audio = word.closest("article").querySelector("audio");
  if (!audio) return;
  audio.currentTime = Number(word.dataset.s);
  audio.play().catch(() => {});
});

const typing = (target) => target.closest?.("input, select, textarea, audio, [contenteditable]");

const nextFiller = () => {
  const article = current?.closest("article");
  const marks = [...(article?.querySelectorAll(".transcript button.mark.filler") ?? [])];
  const next = marks.find((m) => Number(m.dataset.start) > current.currentTime + 0.05);
  (next ?? marks[0])?.click();
  (next ?? marks[0])?.focus();
};

document.addEventListener("keydown", (event) => {
  if (!document.getElementById("shortcuts").checked) return;
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const onControl = event.target.closest?.("button, a, summary, [tabindex]");
  const key = event.key.toLowerCase();
  if (key === " " && current && !onControl) {
    if (current.paused) current.play().catch(() => {});
    else current.pause();
  } else if (key === "arrowleft" && current) {
    current.currentTime = Math.max(0, current.currentTime - 5);
  } else if (key === "arrowright" && current) {
    current.currentTime += 5;
  } else if (key === "f") {
    nextFiller();
  } else if (key === "c") {
    const article = current?.closest("article") ?? document.querySelector("article");
    article?.querySelector("[data-body]")?.focus();
  } else if (key === "n") {
    document.dispatchEvent(new CustomEvent("next-comment"));
  } else return;
  event.preventDefault();
});
