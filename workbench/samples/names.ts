/** Made-up names for samples. */
const FIRST = [
	'Alder',
	'Birch',
	'Cedar',
	'Dune',
	'Ember',
	'Fjord',
	'Granite',
	'Harbor',
	'Indigo',
	'Juniper',
	'Kestrel',
	'Lumen',
	'Meridian',
	'Nimbus',
	'Orchard',
	'Pioneer',
	'Quartz',
	'Ridge',
	'Summit',
	'Tundra',
];
const LAST = [
	'Logistics',
	'Foods',
	'Robotics',
	'Energy',
	'Textiles',
	'Clinics',
	'Media',
	'Insurance',
	'Tools',
	'Travel',
];

export const COMPANIES: readonly string[] = FIRST.flatMap((first) => LAST.map((last) => `${first} ${last}`));
export const PRODUCTS: readonly string[] = ['Platform', 'Analytics', 'Support plan', 'Integration', 'Training'];
export const DEAL_KINDS: readonly string[] = ['rollout', 'pilot', 'renewal', 'extension'];
export const PEOPLE: readonly string[] = [
	'Mia Wolf',
	'Noah Berg',
	'Olivia Stone',
	'Paul Adler',
	'Quinn Hale',
	'Rosa Vidal',
	'Sam Price',
	'Tara Singh',
];
export const CHINESE_COMPANIES: readonly string[] = [
	'华星科技',
	'远景物流',
	'东方食品',
	'蓝海软件',
	'金桥贸易',
	'长江制造',
	'新安医药',
	'北辰能源',
	'明德教育',
	'四方建材',
	'云帆旅行',
	'瑞丰农业',
];
export const CHINESE_PEOPLE: readonly string[] = ['王芳', '李强', '张敏', '刘洋', '陈静'];
