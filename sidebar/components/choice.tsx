/** A labeled drop-down; the label may be hidden where the value speaks for itself. */
import type { ComponentChildren } from 'preact';

interface Props {
	label: string;
	value: string;
	onChoose: (value: string) => void;
	children: ComponentChildren;
	isLabelHidden?: boolean;
	isInvalid?: boolean;
	describedBy?: string;
	id?: string;
}

export function Choice({ label, value, onChoose, children, isLabelHidden, isInvalid, describedBy, id }: Props) {
	return (
		<label class="form-group">
			<span class={isLabelHidden ? 'hidden' : undefined}>{label}</span>
			<select
				id={id}
				value={value}
				aria-invalid={isInvalid || undefined}
				aria-describedby={describedBy}
				onChange={(event) => onChoose(event.currentTarget.value)}
			>
				{children}
			</select>
		</label>
	);
}
