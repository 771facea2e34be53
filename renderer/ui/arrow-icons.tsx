/** Decorative arrows; the label of the button that holds them says what they do. */
export const ChevronLeft = () => (
  <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
    <path d="m12.5 4.5-5.5 5.5 5.5 5.5" />
  </svg>
);

export const ChevronRight = () => (
  <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
    <path d="m7.5 4.5 5.5 5.5-5.5 5.5" />
  </svg>
);
