/**
 * Parts of names that are common in Pakistan and China, from general knowledge. They are combined at random: the people
 * are invented, and a likeness to anybody is chance.
 */
export type NamePart = readonly [en: string, ur: string, zh: string];

export const MALE_NAMES: readonly NamePart[] = [
  ['Hamza', 'حمزہ', '哈姆扎'],
  ['Aziz', 'عزیز', '阿齐兹'],
  ['Bilal', 'بلال', '比拉勒'],
  ['Imran', 'عمران', '伊姆兰'],
  ['Kamran', 'کامران', '卡姆兰'],
  ['Tariq', 'طارق', '塔里克'],
  ['Waqas', 'وقاص', '瓦卡斯'],
  ['Naveed', 'نوید', '纳维德'],
  ['Farhan', 'فرحان', '法尔汉'],
  ['Yousaf', 'یوسف', '优素福'],
  ['Shahid', 'شاہد', '沙希德'],
  ['Rashid', 'راشد', '拉希德'],
  ['Usman', 'عثمان', '奥斯曼'],
  ['Zubair', 'زبیر', '祖拜尔'],
  ['Asif', 'آصف', '阿西夫'],
  ['Faisal', 'فیصل', '费萨尔'],
  ['Junaid', 'جنید', '朱奈德'],
  ['Kashif', 'کاشف', '卡希夫'],
  ['Nasir', 'ناصر', '纳西尔'],
  ['Saeed', 'سعید', '赛义德'],
  ['Sajid', 'ساجد', '萨吉德'],
  ['Salman', 'سلمان', '萨勒曼'],
  ['Khalid', 'خالد', '哈立德'],
  ['Gul Muhammad', 'گل محمد', '古尔·穆罕默德'],
  ['Sher Ali', 'شیر علی', '谢尔·阿里'],
  ['Dad Khuda', 'داد خدا', '达德·胡达'],
];

export const FEMALE_NAMES: readonly NamePart[] = [
  ['Zainab', 'زینب', '宰娜卜'],
  ['Ayesha', 'عائشہ', '阿伊莎'],
  ['Sana', 'ثنا', '萨娜'],
  ['Rabia', 'رابعہ', '拉比娅'],
  ['Nadia', 'نادیہ', '纳迪娅'],
  ['Fatima', 'فاطمہ', '法蒂玛'],
  ['Mehwish', 'مہوش', '梅薇什'],
  ['Sidra', 'سدرہ', '西德拉'],
  ['Hina', 'حنا', '希娜'],
  ['Maryam', 'مریم', '玛丽亚姆'],
  ['Saima', 'صائمہ', '赛玛'],
  ['Bushra', 'بشریٰ', '布什拉'],
];

/** Family, tribal and second names. */
export const LAST_NAMES: readonly NamePart[] = [
  ['Mirza', 'مرزا', '米尔扎'],
  ['Baloch', 'بلوچ', '俾路支'],
  ['Mengal', 'مینگل', '门加尔'],
  ['Bugti', 'بگٹی', '布格蒂'],
  ['Rind', 'رند', '林德'],
  ['Raisani', 'رئیسانی', '赖萨尼'],
  ['Khattak', 'خٹک', '哈塔克'],
  ['Afridi', 'آفریدی', '阿夫里迪'],
  ['Yousafzai', 'یوسفزئی', '优素福扎伊'],
  ['Soomro', 'سومرو', '苏姆罗'],
  ['Jatoi', 'جتوئی', '贾托伊'],
  ['Memon', 'میمن', '梅蒙'],
  ['Siddiqui', 'صدیقی', '西迪基'],
  ['Hussain', 'حسین', '侯赛因'],
  ['Ahmed', 'احمد', '艾哈迈德'],
  ['Akhtar', 'اختر', '阿赫塔尔'],
  ['Malik', 'ملک', '马利克'],
  ['Shah', 'شاہ', '沙阿'],
  ['Zaidi', 'زیدی', '扎伊迪'],
  ['Qureshi', 'قریشی', '库雷希'],
  ['Chaudhry', 'چوہدری', '乔杜里'],
  ['Awan', 'اعوان', '阿万'],
  ['Abbasi', 'عباسی', '阿巴西'],
  ['Iqbal', 'اقبال', '伊克巴尔'],
];

export const CHINESE_SURNAMES: readonly (readonly [en: string, zh: string])[] = [
  ['Wang', '王'],
  ['Li', '李'],
  ['Zhang', '张'],
  ['Liu', '刘'],
  ['Chen', '陈'],
  ['Yang', '杨'],
  ['Zhao', '赵'],
  ['Zhou', '周'],
  ['Ouyang', '欧阳'],
  // Rare ones: certificates must have their characters too.
  ['Qi', '亓'],
  ['Zhang', '仉'],
  ['Nian', '粘'],
];

export const CHINESE_GIVEN_NAMES: readonly (readonly [en: string, zh: string, sex: 'male' | 'female'])[] = [
  ['Wei', '伟', 'male'],
  ['Qiang', '强', 'male'],
  ['Jianguo', '建国', 'male'],
  ['Zhigang', '志刚', 'male'],
  ['Haoran', '浩然', 'male'],
  ['Jun', '军', 'male'],
  ['Min', '敏', 'female'],
  ['Xiaoyan', '晓燕', 'female'],
  ['Lihua', '丽华', 'female'],
  ['Yuting', '雨婷', 'female'],
];
