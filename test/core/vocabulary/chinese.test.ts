/** What the Chinese words, in both scripts, make of headings, stage names and totals. */
import { checkLanguage } from './language-table.ts';

checkLanguage({
	language: 'Chinese',
	headings: {
		id: ['编号', '編號'],
		name: ['商机名称', '商機名稱'],
		stage: ['阶段', '銷售階段'],
		amount: ['金额（万元）', '合約金額'],
		created: ['创建时间', '創建日期'],
		closed: ['成交日期', '簽約日期'],
		expectedClose: ['预计成交日期', '預計成交日期'],
		owner: ['负责人', '負責人'],
		reason: ['输单原因', '輸單原因'],
	},
	kinds: {
		won: ['成交', '赢单', '贏單', '已签约', '已签约未回款', '已成交，待付款'],
		lost: ['输单', '輸單', '流失', '无效', '成交失败'],
		parked: ['搁置', '暫緩'],
		ending: ['结束', '已關閉'],
		open: ['报价', '签约中', '待签约', '非常有意向'],
	},
	order: ['线索', '联系', '立项', '需求分析', '演示', '方案', '报价', '谈判', '合同'],
	neverWon: ['未成交', '未赢单', '没有成交', '不成交', '未中標', '未签约', '无法签约', '签约未果'],
	notYet: ['即将签约', '快要成交', '尚未签约', '还没成交', '有望成交', '预计签约', '成交在即', '準備簽約'],
	totals: ['合计', '總計：', '小計', '共计'],
	totalsOf: [
		['报价小计', '报价'],
		['合计 2024', '2024'],
		['小计：谈判', '谈判'],
	],
	noTotals: ['报价', '计划'],
});
