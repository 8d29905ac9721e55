/** A few choices side by side, one of them in force. */
import { Button } from './button.tsx';

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
				<Button key={choice} aria-pressed={choice === value} onPress={() => onChoose(choice)}>
					{text}
				</Button>
			))}
		</fieldset>
	);
}
