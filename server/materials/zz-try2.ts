import { findGbkBytes, findGbkChar } from "./gbk-bytes.ts"; import {isReadAs} from "./pinyin-gloss.ts"; import {pinyin} from "pinyin-pro";
const h=(c:string)=>{const b=findGbkBytes(c);return c+' '+(b?b.lead.toString(16)+b.trail.toString(16):'-')};
console.log(h('變'),h('為'),h('爲'),h('現'),h('楝'),h('部'),h('優'),h('秀'),h('控'),h('熱'),h('責'),h('點'),h('則'),h('狳'));
for (const [c,r] of [['變','yōu'],['部','jī'],['控','zé']] as const){ const t=findGbkBytes(c)!.trail; const o=[]; for(let u=0x40;u<=0xfe;u++){const m=findGbkChar(t,u); if(m&&isReadAs(m,r)) o.push(m+u.toString(16)+pinyin(m,{multiple:true,type:'array'}).join('/'));} console.log(c,o.join(' '))}
