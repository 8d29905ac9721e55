/** A few choices side by side, one of them in force. */
interface Props<Value extends string> {
	legend: string;
	choices: readonly (readonly [Value, string])[];
	value: Value;
	onChoose: (value: Value) => void;
}

export function Toggle<Value extends string>({ legend, choices, value, onChoose }: Props<Value>) {
	return (
		<fieldset class="toggle">
			<legend class="hidden">{legend}</legend>
			{choices.map(([choice, text]) => (
				<button key={choice} type="button" aria-pressed={choice === value} onClick={() => onChoose(choice)}>
					{text}
				</button>
			))}
		</fieldset>
	);
}
