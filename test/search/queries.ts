/** A query as somebody types it, who asks, and what has to be among the first five: a text that the record says. */
export type Query = readonly [persona: string, text: string, expected: string];

const [chomThong, maeDong, finance, health, sample] = [
  'chomthong-viewer',
  'maedong-viewer',
  'finance-viewer',
  'health-viewer',
  'sample-1-viewer',
];

/** Words as they are, whole and begun, with and without blanks, in another order. */
const thai: readonly Query[] = [
  [chomThong, 'รถยนต์ทางราชการ', 'เจ้าหน้าที่นำรถยนต์ของทางราชการไปใช้ส่วนตัว'],
  [chomThong, 'รถ ราชการ ส่วนตัว', 'เจ้าหน้าที่นำรถยนต์ของทางราชการไปใช้ส่วนตัว'],
  [chomThong, 'ยักยอกเงินค่าปรับ', 'เก็บรักษาเงินค่าปรับ'],
  [chomThong, 'ค่าปรับ ยักยอก', 'เก็บรักษาเงินค่าปรับ'],
  [chomThong, 'จดทะเบียนพาณิชย์', 'จดทะเบียนพาณิชย์'],
  [chomThong, 'เบิกค่าอาหารทำการนอกเวลา', 'เบิกจ่ายค่าอาหารทำการนอกเวลา'],
  [chomThong, 'นายตรวจอาคาร', 'นายตรวจอาคาร'],
  [chomThong, 'ย้ายที่อยู่ปลายทาง', 'การย้ายที่อยู่ปลายทาง'],
  [chomThong, 'สอนภาษาต่างประเทศในโรงเรียน', 'การสอนภาษาต่างประเทศในโรงเรียน'],
  [chomThong, 'ประมวลจริยธรรม', 'ประมวลจริยธรรมของสำนักงานเขตจอมทอง'],
  [chomThong, 'ผลประโยชน์ทับซ้อน', 'ผลประโยชน์ทับซ้อน'],
  [chomThong, 'เวทีประชาคม', 'โครงการจัดเวทีประชาคม'],
  [chomThong, 'เฝ้าระวังทุจริตชุมชน', 'กิจกรรมส่งเสริมชุมชนเฝ้าระวังการทุจริต'],
  [chomThong, 'ออกคำสั่งมอบหมาย', 'มาตรการออกคำสั่งมอบหมายของสำนักงานเขตจอมทอง'],
  [chomThong, 'คู่มือประชาชน อิเล็กทรอนิกส์', 'คู่มือสำหรับประชาชนผ่านสื่ออิเล็กทรอนิกส์'],
  [chomThong, 'สายด่วน', 'สายด่วน'],
  [chomThong, 'ระบบอุปถัมภ์', 'ระบบอุปถัมภ์'],
  [maeDong, 'การบริหารงานบุคคล', 'ความโปร่งใสในการบริหารงานบุคคล'],
  [maeDong, 'เครือข่ายภาคประชาชน', 'เครือข่ายภาคประชาชนเพื่อเฝ้าระวังการทุจริต'],
  [maeDong, 'สมาชิกสภาท้องถิ่น ศักยภาพ', 'พัฒนาศักยภาพสมาชิกสภาท้องถิ่น'],
  [finance, 'ศูนย์ข้อมูลข่าวสาร', 'ศูนย์ข้อมูลข่าวสาร'],
  [finance, 'ร้องเรียน ร้องทุกข์', 'มาตรการจัดการเรื่องร้องทุกข์/ร้องเรียน'],
  [health, 'เลื่อนขั้นเงินเดือน', 'เลื่อนขั้นเงินเดือน'],
  [sample, 'เปิดเผยผลจัดซื้อจัดจ้าง', 'เปิดเผยผลการจัดซื้อจัดจ้าง'],
];

/** One or two typing errors: a letter wrong, left out, added, or changed places with its neighbour. */
const misspelt: readonly Query[] = [
  [chomThong, 'รถยนตร์ทางราชการ', 'เจ้าหน้าที่นำรถยนต์ของทางราชการไปใช้ส่วนตัว'],
  [chomThong, 'ประมวลจริยะธรรม', 'ประมวลจริยธรรมของสำนักงานเขตจอมทอง'],
  [chomThong, 'ผลประโยชน์ทับซอน', 'ผลประโยชน์ทับซ้อน'],
  [chomThong, 'ผลประโยขน์ทับซ้อน', 'ผลประโยชน์ทับซ้อน'],
  [chomThong, 'เฝ้าระวังการทุจิรต', 'เฝ้าระวังการทุจริต'],
  [chomThong, 'อิเล็คทรอนิกส์', 'สื่ออิเล็กทรอนิกส์'],
  [chomThong, 'จดทะเบียนพานิชย์', 'จดทะเบียนพาณิชย์'],
  [chomThong, 'ดุลยพินิจ', 'ใช้ดุลพินิจ'],
  [chomThong, 'เวทีประชาคมม', 'โครงการจัดเวทีประชาคม'],
  [chomThong, 'เจตนารมย์', 'เจตนารมณ์'],
  [maeDong, 'เครือข่ายภาคปรชาชน', 'เครือข่ายภาคประชาชน'],
  [maeDong, 'เชิดชูเกียรต', 'เชิดชูเกียรติบุคลากร'],
  [sample, 'จัดชื้อจัดจ้าง', 'จัดซื้อจัดจ้าง'],
  [sample, 'จัดซื้อจัดจาง', 'จัดซื้อจัดจ้าง'],
  [chomThong, 'comercial registration', 'commercial registration'],
  [chomThong, 'overtmie allowances', 'allowances for overtime'],
  [chomThong, 'transparancy', 'transparency'],
  [sample, 'procurment', 'procurement'],
];

/** English, word starts, and both languages together. */
const english: readonly Query[] = [
  [chomThong, 'official vehicle', 'Officers use an official vehicle privately'],
  [chomThong, 'vehic priv', 'Officers use an official vehicle privately'],
  [chomThong, 'COMMUNITY FORUM', 'Project: community forum'],
  [chomThong, 'conflict interest', 'preventing conflicts of interest'],
  [chomThong, 'no gift', 'NO Gift Policy'],
  [chomThong, 'มาตรการ gift policy', 'NO Gift Policy'],
  [maeDong, 'council members', 'council members'],
  [finance, 'information centre', 'information centre for the public'],
  [chomThong, 'building inspectors', 'building inspectors of each khwaeng'],
  ['centre', 'Chom Thong', 'สำนักงานเขตจอมทอง'],
];

/** Numbers, in digits of either script. */
const digits: readonly Query[] = [
  [chomThong, 'แผนปฏิบัติการ 2567', 'ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ สำนักงานเขตจอมทอง'],
  [chomThong, 'แผนปฏิบัติการ ๒๕๖๗', 'ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ สำนักงานเขตจอมทอง'],
  [chomThong, 'hotline 1555', 'hotline 1555'],
  [chomThong, 'สายด่วน ๑๕๕๕', '๑๕๕๕'],
  [finance, '2.3.3', 'มาตรการออกคำสั่งมอบหมายงาน'],
  [finance, 'แผนป้องกันทุจริต 2566 2570', '๒๕๖๖ - ๒๕๗๐'],
  [maeDong, 'ปีละ 241,000 บาท', '241,000'],
  ['centre', 'ทะเบียนความเสี่ยง ๒๕๖๗', 'RiskRegister'],
];

/** What the year of integrity leaves. */
const integrity: readonly Query[] = [
  [sample, 'นโยบายไม่รับของขวัญ', 'No Gift Policy'],
  [sample, 'คณะทำงานส่งเสริมคุณธรรม', 'คณะทำงานส่งเสริมคุณธรรมและความโปร่งใส'],
  [sample, 'อบรมจริยธรรม', 'อบรมจริยธรรมและการปฏิบัติหน้าที่อย่างสุจริต'],
  [sample, 'สรุปผลการจัดซื้อจัดจ้าง', 'PublicItem'],
  [sample, 'รายงานผลตามแผนรอบ 6 เดือน', 'YearReport'],
  ['thonburi-viewer', 'ผลการประเมิน ITA', 'ItaAssessment'],
  ['thonburi-viewer', 'ผู้รับบริการร่วมปรับปรุงงาน', 'เปิดให้ผู้รับบริการร่วมปรับปรุงงาน'],
];

export const queries: readonly Query[] = [...thai, ...misspelt, ...english, ...digits, ...integrity];
