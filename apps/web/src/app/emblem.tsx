/** The shield with the tick: of the favicon. */
export function Emblem({ size }: { readonly size: number }) {
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 24 24" fill="none">
      <path d="M12 1.5 21 5v7c0 5.4-3.7 8.9-9 10.500C6.7 20.9 3 17.4 3 12V5z" fill="#fbf7ee" />
      <path
        d="m7.6 12.2 3.2 3.2 6-6.6"
        stroke="#1a5439"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
