// Remembers the chosen theme in a cookie, so that the server writes it into the next page before it is painted.
const root = document.documentElement;
const shown = () => root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

for (const button of document.querySelectorAll("[data-theme-toggle]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    root.dataset.theme = shown() === "dark" ? "light" : "dark";
    document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax`;
  });
}

// Polling stops while nobody looks and catches up at once when somebody does.
const isPolling = (element) => element.matches?.("[data-live]");
document.addEventListener("htmx:before:request", (event) => {
  if (document.hidden && isPolling(event.target)) event.preventDefault();
});
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) for (const live of document.querySelectorAll("[data-live]")) htmx.trigger(live, "every");
});

// A failed refresh keeps the last figures on the page, but says that they are no longer live.
const reachable = (yes) => {
  root.classList.toggle("offline", !yes);
  for (const text of document.querySelectorAll("[data-offline]")) text.hidden = yes;
};
document.addEventListener("htmx:error", () => reachable(false));
document.addEventListener("htmx:response:error", () => reachable(false));
document.addEventListener("htmx:after:swap", () => reachable(true));
