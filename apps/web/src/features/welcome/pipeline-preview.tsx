import styles from './welcome.module.css';

const open = ['New up', 'Contacted', 'Appointment set', 'Showed', 'Demo drive', 'Write-up', 'F&I'];
const closed = ['Sold', 'Delivered', 'Lost'];

/** The stages a new dealership begins with. */
export function PipelinePreview() {
  return (
    <figure className={styles.pipeline}>
      <ol className={styles.stages}>
        {open.map((stage) => (
          <li key={stage}>{stage}</li>
        ))}
        {closed.map((stage) => (
          <li key={stage} data-closed={stage}>
            {stage}
          </li>
        ))}
      </ol>
      <figcaption className={styles.sub}>Your pipeline to begin with. Rename, reorder and add stages later.</figcaption>
    </figure>
  );
}
