interface SwitchFieldProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A named switch: a native checkbox that looks and announces itself as one. */
export function SwitchField({ label, checked, onChange }: SwitchFieldProps) {
  return (
    <label className="switch-row">
      <input
        type="checkbox"
        role="switch"
        className="switch"
        checked={checked}
        aria-checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      {label}
    </label>
  );
}
