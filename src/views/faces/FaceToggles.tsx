import type { LucideIcon } from 'lucide-react';

interface FaceTogglesProps<F extends string> {
  readonly legend: string;
  readonly icons: Readonly<Record<F, LucideIcon>>;
  readonly faces: readonly F[];
  readonly shown: F;
  readonly nameOf: (face: F) => string;
  readonly onChange: (face: F) => void;
}

/** Chooses the face of a view. */
export function FaceToggles<F extends string>(props: FaceTogglesProps<F>) {
  const { legend, icons, faces, shown, nameOf, onChange } = props;
  return (
    <fieldset className="toggles">
      <legend className="visually-hidden">{legend}</legend>
      {faces.map((face) => {
        const Icon: LucideIcon = icons[face];
        return (
          <label key={face} className="toggle">
            <input
              type="radio"
              name="face"
              className="visually-hidden"
              aria-label={nameOf(face)}
              checked={shown === face}
              onChange={() => onChange(face)}
            />
            <Icon aria-hidden size={16} /> <span aria-hidden>{nameOf(face)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
