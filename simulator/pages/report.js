// Plays just the stretch a button names, and shows where in the answer the sound is.
// One sound at a time; pressing the same button again stops it.

let stop_s = Infinity;
let pressed = null;

const release = () => {
  pressed?.removeAttribute("aria-pressed");
  pressed = null;
  stop_s = Infinity;
};

const playStretch = (button) => {
  const sound = document.getElementById(button.dataset.sound);
  if (!sound) return;
  const again = button === pressed && !sound.paused;
  for (const other of document.querySelectorAll("audio")) other.pause();
  release();
  if (again) return;
  pressed = button;
  button.setAttribute("aria-pressed", "true");
  sound.currentTime = Number(button.dataset.start);
  stop_s = Number(button.dataset.end);
  sound.play().catch(() => release());
};

const follow = (sound) => {
  const id = sound.id;
  const answer = sound.closest("article");
  const words = new Transcript(answer);
  const plots = [...answer.querySelectorAll(`.plot[data-sound="${id}"]`)];
  let lit = null;

  let timer = 0;
  // A stretch must also end in a tab that is not being drawn, or drawn late.
  const end = () => {
    clearTimeout(timer);
    if (sound.currentTime >= stop_s) {
      sound.pause();
      release();
    } else if (!sound.paused && Number.isFinite(stop_s)) {
      timer = setTimeout(end, (1000 * (stop_s - sound.currentTime)) / sound.playbackRate);
    }
  };

  const draw = () => {
    const now_s = sound.currentTime;
    for (const plot of plots) {
      const line = plot.querySelector(".now");
      const at = `${Math.min(100, (100 * now_s) / Number(plot.dataset.length))}%`;
      line.setAttribute("x1", at);
      line.setAttribute("x2", at);
      line.setAttribute("visibility", "visible");
    }
    const word = words.saidAt(now_s) ?? null;
    if (word !== lit) {
      lit?.classList.remove("now-said");
      word?.classList.add("now-said");
      lit = word;
    }
    end();
    if (!sound.paused) requestAnimationFrame(draw);
  };

  sound.addEventListener("play", () => requestAnimationFrame(draw));
  sound.addEventListener("seeked", draw);
  sound.addEventListener("timeupdate", end);
  const lost = () => {
    document.getElementById(id.replace(/sound$/, "lost"))?.removeAttribute("hidden");
    for (const button of document.querySelectorAll(`button[data-sound="${id}"]`)) {
      button.disabled = true;
    }
  };
  sound.addEventListener("error", lost);
  if (sound.error) lost(); // it may have failed before this script came
  for (const plot of plots) {
    plot.addEventListener("click", (event) => {
      const box = plot.getBoundingClientRect();
      release();
      sound.currentTime =
        (Number(plot.dataset.length) * (event.clientX - box.left)) / box.width;
      sound.play().catch(() => {});
    });
  }
};

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button[data-sound]");
  if (button) playStretch(button);
});
for (const sound of document.querySelectorAll("audio")) follow(sound);

// Paper cannot be unfolded. The level stays folded away: it is for those who ask.
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details:not([open], .level)")];
  for (const one of folded) one.open = true;
});
addEventListener("afterprint", () => {
  for (const one of folded) one.open = false;
});
document.documentElement.dataset.ready = "yes";
