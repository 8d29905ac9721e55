/** Stage lists to start from, in both languages. Not here: lists found in a sheet (stage-detection.ts). */
import type { StageKind } from '../model/stage.ts';

export interface TemplateStage {
	readonly id: string;
	readonly name: { readonly en: string; readonly 'zh-CN': string };
	readonly kind: StageKind;
	/** 0..1 */
	readonly probability: number;
}

export interface StageTemplate {
	readonly id: 'b2b' | 'b2c';
	readonly name: { readonly en: string; readonly 'zh-CN': string };
	readonly stages: readonly TemplateStage[];
}

const stage = (id: string, en: string, zh: string, kind: StageKind, probability: number): TemplateStage => ({
	id,
	name: { en, 'zh-CN': zh },
	kind,
	probability,
});

export const STAGE_TEMPLATES: readonly StageTemplate[] = [
	{
		id: 'b2b',
		name: { en: 'B2B, six stages', 'zh-CN': 'B2B 六阶段' },
		stages: [
			stage('qualify', 'Qualify', '培养和识别', 'open', 0.1),
			stage('introduction', 'Product introduction', '安排产品介绍', 'open', 0.35),
			stage('needs', 'Needs and solution', '需求和方案', 'open', 0.65),
			stage('quote', 'Quote and contract', '报价/合同', 'open', 0.75),
			stage('won', 'Won', '结束(赢单)', 'won', 1),
			stage('lost', 'Lost', '结束(失败)', 'lost', 0),
		],
	},
	{
		id: 'b2c',
		name: { en: 'B2C, short', 'zh-CN': 'B2C 简短' },
		stages: [
			stage('interested', 'Interested', '感兴趣', 'open', 0.3),
			stage('checkout', 'Checkout', '下单付款', 'open', 0.7),
			stage('won', 'Won', '成交', 'won', 1),
			stage('lost', 'Lost', '流失', 'lost', 0),
		],
	},
];
