let region: HTMLElement | null = null;

/** Tells people who do not see the screen what just changed on it. */
export function announce(message: string): void {
  if (!region) {
    region = document.createElement('div');
    region.className = 'unseen';
    region.setAttribute('aria-live', 'polite');
    document.body.append(region);
  }
  region.textContent = message;
}
