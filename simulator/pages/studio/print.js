// Paper on request; private comments stay off it unless they are asked for.

document.getElementById("paper").addEventListener("click", () => print());
document.getElementById("private-too").addEventListener("change", (event) => {
  document.body.classList.toggle("with-private", event.target.checked);
});
document.documentElement.dataset.ready = "yes";
