/** The first tab of a first visit: a question that everybody may ask, below three lines that say how the page works. */
export const WELCOME = `# เลือกผู้ใช้สาธิตที่มุมขวาบน แล้วเลือกตัวอย่างจากแผง "ตัวอย่าง"
# กด Ctrl + Enter หรือปุ่มสามเหลี่ยมเพื่อเรียกใช้ · Press Ctrl + Enter to run
# พิมพ์แล้วกด Ctrl + Space เพื่อดูชื่อที่ใช้ได้ · Ctrl + Space completes names

query FirstLook {
  agencies(first: 10) {
    totalCount
    edges {
      node { code nameTh nameEn kind districtGroup }
    }
  }
}
`;
