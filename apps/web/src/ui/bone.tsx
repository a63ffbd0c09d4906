import styles from './bone.module.css';

/** A grey stand-in of the size of what it stands for; invisible for the first 200 ms, so that fast answers do not flicker. */
export function Bone({
  width = '100%',
  height = 16,
  gap = 8,
}: {
  width?: string | number;
  height?: number;
  gap?: number;
}) {
  return <div className={styles.bone} style={{ width, height, marginBottom: gap }} aria-hidden />;
}

/** A number of lines, for lists and text. */
export function BoneLines({ lines = 5, height = 44 }: { lines?: number; height?: number }) {
  return (
    <div aria-busy="true" role="status" aria-label="Reading">
      {Array.from({ length: lines }, (_, line) => (
        <Bone key={line} height={height} />
      ))}
    </div>
  );
}
