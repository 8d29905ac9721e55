/**
 * What Vietnamese tells about deal tables. Without accents many of its words look like others: `tháng` (month) and
 * `thắng` (to win).
 */
import type { Language } from './language.ts';

export const vietnamese: Language = {
	name: 'Vietnamese',
	code: 'vi',
	isSpaced: true,
	headings: {
		id: [
			'mã cơ hội|mã giao dịch',
			'mã|stt|mã số|mã hợp đồng|mã khách hàng|số cơ hội|số giao dịch|mã đơn|mã deal|mã lead|số thứ tự|mã báo giá|số báo giá|mã hồ sơ|số hồ sơ|mã dự án',
		],
		name: [
			'tên|cơ hội|tên cơ hội|giao dịch|tên giao dịch',
			'dự án|tên dự án|tiêu đề|chủ đề|mô tả|ứng viên',
			'khách hàng|công ty|tên khách hàng|tên công ty|doanh nghiệp|tổ chức',
		],
		stage: [
			'giai đoạn|giai đoạn bán hàng|giai đoạn cơ hội|giai đoạn giao dịch',
			'bước|tiến độ|tiến trình|mức',
			'trạng thái|tình trạng|trạng thái cơ hội',
		],
		status: ['trạng thái|tình trạng', 'kết quả|kết quả cơ hội'],
		amount: [
			'giá trị|giá trị hợp đồng|giá trị cơ hội|giá trị giao dịch|giá trị dự kiến',
			'số tiền|doanh số|doanh thu|ngân sách|thành tiền|giá bán|tổng tiền|tổng giá trị',
			'doanh thu dự kiến|doanh số dự kiến|doanh thu kỳ vọng',
		],
		currency: ['tiền tệ|loại tiền|đơn vị tiền tệ|loại tiền tệ'],
		created: [
			'ngày tạo|thời gian tạo|ngày khởi tạo',
			'ngày bắt đầu|ngày liên hệ|ngày tiếp nhận|ngày tiếp cận|ngày nhận|ngày liên hệ đầu tiên|ngày nhập|ngày ghi nhận|ngày đăng ký|ngày mở|ngày phát sinh|ngày vào|ngày tạo cơ hội|ngày yêu cầu|ngày thêm|ngày lập|ngày nhập liệu|ngày tiếp xúc|ngày tiếp nhận yêu cầu',
			'ngày',
		],
		closed: [
			'ngày kết thúc|ngày đóng|ngày chốt|ngày hoàn thành|thời gian đóng',
			'ngày ký|ngày ký hợp đồng|ngày quyết định',
		],
		expectedClose: [
			'ngày dự kiến|ngày dự kiến chốt|ngày chốt dự kiến|ngày kết thúc dự kiến|ngày dự kiến kết thúc|ngày đóng dự kiến|ngày dự kiến đóng|ngày kỳ vọng kết thúc',
			'hạn chót|thời hạn|ngày đến hạn',
		],
		owner: [
			'người phụ trách|phụ trách|nhân viên phụ trách|người sở hữu|chủ sở hữu|người thực hiện|phụ trách kinh doanh',
			'nhân viên|nhân viên kinh doanh|nhân viên bán hàng|tư vấn viên|người dùng',
		],
		source: ['nguồn|nguồn khách hàng|nguồn cơ hội|nguồn khách|nguồn tiềm năng', 'kênh|chiến dịch'],
		reason: [
			'lý do|lý do thất bại|lý do thua|lý do mất|lý do hủy|lý do từ chối|nguyên nhân|nguyên nhân thất bại',
			'lý do thành công|lý do đóng',
		],
		probability: [
			'xác suất|tỷ lệ thành công|tỉ lệ thành công|xác suất thành công|khả năng thành công|khả năng thắng',
			'khả năng|tỷ lệ chốt',
		],
		lostFrom: ['giai đoạn thất bại', 'giai đoạn trước|giai đoạn cuối'],
	},
	others: {
		date: 'gần nhất|cuối cùng|tiếp theo|cập nhật|sửa đổi|giao hàng|sinh nhật|thanh toán|gia hạn|bắt đầu hợp đồng|dự kiến bắt đầu',
		number: 'thuế|chiết khấu|chi phí|hoa hồng|số lượng|giảm giá',
		party: 'thuế|chiết khấu',
	},
	frame: {
		rows: 'co hoi|giao dich',
		of: 'của',
		currentAfter: 'hien tai',
		nameOf: 'ten',
		when: 'ngay|thời gian',
		entered: 'ngày (?:vào|chuyển)',
		sequence: 'thứ tự|số thứ tự',
		step: 'giai đoạn|bước',
		customer: 'khách hàng|khách',
	},
	stages: {
		won: 'thành công|đã ký|đã chốt|chốt đơn|thắng (?:lợi|thầu)|trúng thầu',
		weakWon:
			'^(?:chốt|thắng)$|^khách hàng(?: mới)?$|(?:được|đã) chấp nhận|đã (?:thanh toán|duyệt|đặt cọc|giao hàng|mua|đặt hàng|nghiệm thu)',
		lost: 'that bai|thua|hủy|tu choi|khong ~|^ng$|(?:đã |bị )mất|mất (?:khách|đơn|hợp đồng)|bị loại|loại bỏ|trượt thầu',
		parked: 'tam dung|tam hoan|tạm ngưng|trì hoãn|treo',
		ending: 'kết thúc|hoàn thành|đã hoàn thành|đóng|đã đóng|đã kết thúc|lưu trữ|hết hạn',
		closing: 'hoàn thành|đã hoàn thành|kết thúc|đã đóng|đã kết thúc',
		open: 'dang \\p{L}+(?: \\p{L}+)?|mở',
		uncontacted: 'chưa (?:liên hệ|tiếp cận|liên lạc|gọi)',
		places: {
			lead: 'tiem nang|mới|thăm dò|quan tâm|đầu mối',
			contact: 'tiep can|lien he|tiếp xúc|gọi điện|liên lạc',
			qualified: 'danh gia|đủ điều kiện|xác minh|sàng lọc|thẩm định',
			needs: 'khao sat|nhu cau|hẹn gặp|gặp mặt|phân tích|tư vấn',
			demo: 'trình bày|dùng thử|giới thiệu|thuyết trình|trải nghiệm|demo',
			solution:
				'giải pháp|phương án|đề xuất giá trị|người (?:(?:tạo|ra|đưa ra) )?quyết định|phân tích (?:khả năng|nhận thức)',
			proposal: 'bao gia|de xuat|chào giá|đấu thầu|dự toán|giá đưa ra',
			negotiation: 'dam phan|thuong luong|thương thảo|thảo luận|quyết định|chờ duyệt',
			contract: 'hop dong|thanh toán|ký kết|đặt cọc|đặt hàng',
		},
	},
	negation: {
		before: 'khong|chẳng|ko',
		after: 'không',
		wins: 'mua|chốt',
		notYetBefore:
			'chua|sap(?= (?:da |se )?(?:ky|chot|thanh|thang|trung|duoc))|gần|đang|chuẩn bị|dự kiến|tiem nang|có thể',
		notYetAfter: 'dự kiến|sắp tới|chưa',
	},
	// `Tổng công ty` is a corporation, not a total.
	processes: 'quy trình bán hàng|phễu|phễu bán hàng|quy trình|đường ống',
	totals: 'tong cong(?! ty)|tổng số|tong(?! ty)(?! cong ty)|tạm tính|trung bình',
	flags: {
		yes: 'có|đúng|rồi',
		no: 'không|sai|chưa',
		own: 'đã',
		won: 'thành công|chốt|ký|thắng',
		lost: 'thất bại|thua|hủy',
		closed: 'đóng|kết thúc',
		active: 'hoạt động|đang hoạt động',
		archived: 'lưu trữ|xóa',
	},
	units: { nghìn: 1e3, ngàn: 1e3, triệu: 1e6, tr: 1e6, tỷ: 1e9, tỉ: 1e9 },
	headingUnits: { 'nghìn đồng': 1e3, 'triệu đồng': 1e6, 'triệu vnd': 1e6, 'tỷ đồng': 1e9 },
	dateWords: {
		weekdays: '(?:thứ|t) ?(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn',
		clock: 'lúc',
		silent: 'ngày|năm',
		month: 'tháng|thg',
	},
	history: {
		from: ['giai đoạn trước|giai đoạn cũ|giá trị cũ'],
		to: ['giai đoạn mới|giá trị mới', 'giai đoạn'],
		deal: ['mã cơ hội', 'cơ hội'],
		at: ['ngày chuyển|ngày thay đổi|thời gian thay đổi', 'ngày'],
		by: ['người thay đổi'],
		field: ['trường'],
		before: 'trước|cũ',
		when: 'ngay',
	},
	pipelines: [
		{
			crm: 'SugarCRM',
			open: 'Thăm dò > Tiếp xúc hạn chế > Phân tích nhu cầu > Đề xuất và giá cả > Quyết định theo danh mục > Thương thảo và trao đổi > Đặt hàng/Báo giá > Đàm phán/Xem xét',
			won: 'Kết thúc thắng lợi',
			lost: 'Kết thúc thua lỗ',
		},
		{
			crm: 'EspoCRM',
			open: 'Khảo sát > Trình độ chuyên môn > Phân tích nhu cầu > Đề xuất giá trị > Id. Người tạo quyết định > Phân tích khả năng > Giá đưa ra > Giá đưa ra/báo giá > Đàm phán > Đàm phán / đánh giá',
			won: 'Chốt đơn',
			lost: 'Thua thầu',
		},
	],
};
