import { Bone, BoneLines } from '../../ui/bone.tsx';

/** A deal's outline while it is read. */
export function DealBones() {
  return (
    <div>
      <Bone width="50%" height={28} />
      <Bone width="70%" height={18} gap={14} />
      <Bone height={54} gap={24} />
      <BoneLines lines={6} height={48} />
    </div>
  );
}
