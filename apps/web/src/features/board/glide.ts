const duration = 180;

/**
 * Lets a card travel from where the eye last saw it to where it stands now, above the columns that would clip it.
 * Does nothing when the distance is small or motion is unwelcome.
 */
export function glide(card: HTMLElement, from: DOMRect): void {
  const to = card.getBoundingClientRect();
  const far = Math.abs(to.left - from.left) + Math.abs(to.top - from.top) > 8;
  if (!far || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const ghost = card.cloneNode(true) as HTMLElement;
  ghost.setAttribute('aria-hidden', 'true');
  ghost.inert = true;
  Object.assign(ghost.style, {
    position: 'fixed',
    zIndex: '120',
    left: `${to.left}px`,
    top: `${to.top}px`,
    width: `${to.width}px`,
    height: `${to.height}px`,
    boxShadow: 'var(--bb-lift)',
    pointerEvents: 'none',
  });
  document.body.append(ghost);
  card.style.visibility = 'hidden';
  const shift = `translate(${from.left - to.left}px, ${from.top - to.top}px)`;
  const travel = ghost.animate([{ transform: shift }, { transform: 'none' }], {
    duration,
    easing: 'cubic-bezier(0.2, 0, 0, 1)',
  });
  const land = () => {
    ghost.remove();
    card.style.visibility = '';
  };
  travel.onfinish = land;
  travel.oncancel = land;
}
