namespace KeyAccount.Core.Reviews;

/// <summary>What the declaration of a part does not tell about its columns: which identify the items of a list, which are added, which a
/// topic can do without, and what exports call them. A topic that declares its own columns states this there.</summary>
internal static class ColumnHints
{
    private static readonly Dictionary<string, AccountColumn> Hints = new AccountColumn[]
    {
        new("id")
        {
            OtherNames =
            [
                "account id", "account number", "customer id", "customer number",
                "客户编号", "客戶編號", "客户代码", "客戶代碼",
            ],
        },
        new("name")
        {
            OtherNames =
            [
                "account name", "customer name", "customer", "company name", "company", "organization", "organisation",
                "客户名称", "客戶名稱", "公司名称", "公司名稱", "客户", "客戶",
            ],
        },
        new("owner")
        {
            OtherNames =
            [
                "account owner", "owner name", "account manager", "sales rep",
                "负责人", "負責人", "客户经理", "客戶經理",
            ],
        },
        new("asOf") { IsOptional = true },
        new("industry")
        {
            OtherNames =
            [
                "industry type", "sector", "行业",
                "行業", "所属行业", "所屬行業",
            ],
        },
        new("cooperationStage")
        {
            OtherNames =
            [
                "cooperation stage", "relationship stage",
                "合作阶段", "合作階段",
            ],
        },
        new("rivals[].id") { IsKey = true, OtherNames = ["competitor id", "竞争对手编号", "競爭對手編號"] },
        new("rivals[].name")
        {
            OtherNames =
            [
                "competitor", "competitor name",
                "竞争对手", "競爭對手",
            ],
        },
        new("rivals[].annualSales")
        {
            OtherNames =
            [
                "annual sales", "sales",
                "年销售额", "年銷售額",
            ],
        },
        new("rivals[].strength")
        {
            OtherNames =
            [
                "strength", "strengths",
                "优势", "優勢",
            ],
        },
        new("satisfaction")
        {
            OtherNames =
            [
                "satisfaction level", "customer satisfaction",
                "满意度", "滿意度",
            ],
        },
        new("complaints[].id")
        {
            IsKey = true,
            IsOptional = true,
            OtherNames =
            [
                "complaint id", "case id", "case number", "ticket id",
                "ticket", "投诉编号", "投訴編號",
            ],
        },
        new("complaints[].tier") { IsOptional = true },
        new("complaints[].openedOn")
        {
            IsOptional = true,
            OtherNames =
            [
                "opened on", "opened", "opened date", "created date",
                "date opened", "投诉日期", "投訴日期",
            ],
        },
        new("complaints[].history[].kind") { IsOptional = true },
        new("complaints[].history[].on") { IsOptional = true },
        new("complaints[].history[].task") { IsOptional = true },
        new("complaints[].history[].satisfaction") { IsOptional = true },
        new("complaints[].history[].note") { IsOptional = true },
        new("purchases[].month")
        {
            IsKey = true,
            OtherNames =
            [
                "month", "date", "purchase date", "order date", "invoice date",
                "posting date", "transaction date", "delivery date",
                "月份", "日期", "订单日期", "訂單日期",
            ],
        },
        new("purchases[].currency") { IsKey = true, IsOptional = true },
        new("purchases[].amount")
        {
            IsSummed = true,
            OtherNames =
            [
                "amount", "purchase amount", "order amount", "invoice amount", "revenue",
                "net amount", "金额", "金額", "销售额", "銷售額",
                "sales", "net sales", "turnover", "value", "net value", "订单金额", "訂單金額", "开票金额", "開票金額",
            ],
        },
        new("decisionMode")
        {
            OtherNames =
            [
                "decision mode", "决策模式",
                "決策模式",
            ],
        },
        new("contacts[].id")
        {
            IsKey = true,
            OtherNames =
            [
                "contact id", "person id",
                "联系人编号", "聯絡人編號",
            ],
        },
        new("contacts[].name")
        {
            OtherNames =
            [
                "contact name", "full name", "person", "contact",
                "姓名", "联系人", "聯絡人", "联系人姓名",
            ],
        },
        new("contacts[].jobTitle")
        {
            OtherNames =
            [
                "title", "position", "job title", "职务",
                "function",
                "職務", "职位", "職位",
            ],
        },
        new("contacts[].role")
        {
            OtherNames =
            [
                "role", "decision role", "buying role",
                "角色", "决策角色", "決策角色",
            ],
        },
        new("contacts[].managementLevel")
        {
            OtherNames =
            [
                "management level", "level", "seniority",
                "管理层级", "管理層級",
            ],
        },
        new("contacts[].style")
        {
            OtherNames =
            [
                "personality", "personality style",
                "性格", "性格类型",
            ],
        },
        new("contacts[].values")
        {
            OtherNames =
            [
                "values", "价值取向",
                "價值取向",
            ],
        },
        new("contacts[].isCoach")
        {
            OtherNames =
            [
                "coach", "is coach", "教练",
                "教練",
            ],
        },
        new("contacts[].isInsider")
        {
            OtherNames =
            [
                "insider", "is insider", "线人",
                "線人", "内线", "內線",
            ],
        },
        new("contacts[].influence")
        {
            OtherNames =
            [
                "influence", "weight",
                "影响力", "影響力",
            ],
        },
        new("ties[].from")
        {
            IsKey = true,
            IsOptional = true,
            OtherNames =
            [
                "from",
            ],
        },
        new("ties[].to") { IsKey = true, IsOptional = true },
        new("ties[].kind") { IsKey = true, IsOptional = true },
        new("ties[].strength") { IsOptional = true },
        new("quotes[].id")
        {
            IsKey = true,
            OtherNames =
            [
                "quote id", "quote number", "quote",
                "报价编号", "報價編號",
            ],
        },
        new("quotes[].date")
        {
            OtherNames =
            [
                "date", "quote date",
                "报价日期", "報價日期",
            ],
        },
        new("quotes[].product")
        {
            OtherNames =
            [
                "product", "product name",
                "产品", "產品",
            ],
        },
        new("quotes[].quantity")
        {
            OtherNames =
            [
                "quantity", "数量",
                "數量",
            ],
        },
        new("quotes[].listPrice")
        {
            OtherNames =
            [
                "list price", "标价", "標價",
                "目录价", "目錄價",
            ],
        },
        new("quotes[].unitCost")
        {
            OtherNames =
            [
                "unit cost", "单位成本",
                "單位成本",
            ],
        },
        new("quotes[].currentPrice")
        {
            OtherNames =
            [
                "current price", "现价",
                "現價",
            ],
        },
        new("value.annualPurchases")
        {
            OtherNames =
            [
                "annual purchases", "yearly purchases", "purchases per year", "annual spend with us",
                "年采购额", "年採購額", "年度采购额", "年度採購額", "年采购金额", "年採購金額",
            ],
        },
        new("value.grossMarginRate")
        {
            OtherNames =
            [
                "gross margin", "margin",
                "gross margin rate", "毛利率",
                "margin rate", "gross profit margin",
            ],
        },
        new("value.netProfit")
        {
            OtherNames =
            [
                "net profit", "净利润",
                "淨利潤",
            ],
        },
        new("value.creditDays")
        {
            OtherNames =
            [
                "credit days", "payment terms", "credit period",
                "credit term", "payment days", "net days",
                "账期", "帳期", "信用期",
            ],
        },
        new("value.debtOverdueDays")
        {
            OtherNames =
            [
                "overdue days", "days overdue",
                "逾期天数", "逾期天數",
            ],
        },
        new("value.marketGrowthRate")
        {
            OtherNames =
            [
                "market growth", "市场增长率",
                "市場成長率",
            ],
        },
        new("value.categorySpend")
        {
            OtherNames =
            [
                "category spend", "品类采购额",
                "品類採購額",
            ],
        },
        new("value.budgetTrend")
        {
            OtherNames =
            [
                "budget trend", "预算变化",
                "預算變化",
            ],
        },
        new("value.industryInfluence")
        {
            OtherNames =
            [
                "industry influence", "行业影响力",
                "行業影響力",
            ],
        },
        new("value.technicalSynergy")
        {
            OtherNames =
            [
                "technical synergy", "技术协同",
                "技術協同",
            ],
        },
        new("value.longTermCommitment")
        {
            OtherNames =
            [
                "long-term commitment", "长期承诺",
                "長期承諾",
            ],
        },
        new("tierState.tier") { IsOptional = true },
        new("tierState.since") { IsOptional = true },
        new("tierState.asOf") { IsOptional = true },
        new("tierState.pending") { IsOptional = true },
        new("tierState.pendingPeriods") { IsOptional = true },
        new("tierOverrides[].tier") { IsOptional = true },
        new("tierOverrides[].by") { IsOptional = true },
        new("tierOverrides[].reason") { IsOptional = true },
        new("tierOverrides[].from") { IsOptional = true },
        new("tierOverrides[].until") { IsOptional = true },
        new("wallet[].category")
        {
            IsKey = true,
            OtherNames =
            [
                "category", "product category",
                "品类", "品類",
            ],
        },
        new("wallet[].spendWithUs")
        {
            OtherNames =
            [
                "spend with us", "our sales", "our share",
                "向我方采购", "向我方採購",
            ],
        },
        new("wallet[].wallet")
        {
            OtherNames =
            [
                "wallet", "total spend", "customer spend",
                "采购总额", "採購總額",
            ],
        },
        new("wallet[].unit")
        {
            IsKey = true,
            IsOptional = true,
            OtherNames = ["plant", "site", "工厂", "工廠", "单位", "單位"],
        },
        new("wallet[].supplier") { IsOptional = true, OtherNames = ["current supplier", "现供应商", "現供應商"] },
        new("wallet[].block") { IsOptional = true, OtherNames = ["blocked by", "受阻原因"] },
        new("wallet[].blockedUntil") { IsOptional = true, OtherNames = ["blocked until", "受阻至"] },
        new("orderLines[].date") { OtherNames = ["order date", "订单日期", "訂單日期"] },
        new("orderLines[].category") { OtherNames = ["category", "product category", "品类", "品類"] },
        new("orderLines[].product")
        {
            IsOptional = true,
            OtherNames = ["product", "article", "item number", "sku", "material", "产品", "產品", "物料", "料号", "料號"],
        },
        new("orderLines[].unit") { IsOptional = true, OtherNames = ["plant", "site", "工厂", "工廠"] },
        new("orderLines[].amount") { OtherNames = ["line amount", "net amount", "行金额", "行金額"] },
        new("contracts[].id")
        {
            IsKey = true,
            OtherNames =
            [
                "contract id", "contract number", "contract",
                "合同编号", "合約編號",
            ],
        },
        new("contracts[].from")
        {
            OtherNames =
            [
                "start date", "from", "contract start date",
                "valid from", "开始日期", "開始日期",
            ],
        },
        new("contracts[].until")
        {
            OtherNames =
            [
                "end date", "until", "contract end date", "valid until",
                "结束日期", "結束日期", "到期日",
            ],
        },
        new("contracts[].annualValue")
        {
            OtherNames =
            [
                "annual value", "contract value",
                "annual contract value", "yearly value",
                "年合同额", "年合約額",
            ],
        },
        new("opportunities[].id")
        {
            IsKey = true,
            OtherNames =
            [
                "opportunity id", "deal id", "deal",
                "商机编号", "商機編號",
            ],
        },
        new("opportunities[].name")
        {
            OtherNames =
            [
                "opportunity name", "deal name",
                "商机名称", "商機名稱",
            ],
        },
        new("opportunities[].owner")
        {
            OtherNames =
            [
                "opportunity owner",
                "deal owner",
            ],
        },
        new("opportunities[].amount")
        {
            OtherNames =
            [
                "amount", "value", "deal value", "estimated revenue",
                "est. revenue", "金额", "金額",
                "opportunity amount", "deal amount", "deal size", "商机金额", "商機金額", "预计金额", "預計金額",
            ],
        },
        new("opportunities[].expectedClose")
        {
            OtherNames =
            [
                "expected close", "expected close date", "close date",
                "est. close date", "预计成交日期", "預計成交日期",
            ],
        },
        new("opportunities[].statedOdds")
        {
            OtherNames =
            [
                "probability", "probability (%)", "win probability",
                "成交概率", "成交機率",
            ],
        },
        new("opportunities[].nextStep.text")
        {
            OtherNames =
            [
                "next step",
            ],
        },
        new("opportunities[].history[].stage")
        {
            OtherNames =
            [
                "stage", "deal stage", "sales stage",
                "阶段", "階段",
            ],
        },
        new("opportunities[].history[].since")
        {
            OtherNames =
            [
                "since", "stage since",
                "entered stage",
            ],
        },
        new("orders[].date") { OtherNames = ["order date", "订单日期", "訂單日期"] },
        new("orders[].amount") { OtherNames = ["order amount", "订单金额", "訂單金額"] },
        new("needs[].id") { IsKey = true, OtherNames = ["need id", "需求编号", "需求編號"] },
        new("economicValues[].id") { IsKey = true, OtherNames = ["offer id", "方案编号", "方案編號"] },
        new("tenders[].id") { IsKey = true, OtherNames = ["tender id", "tender number", "招标编号", "招標編號"] },
        new("tenders[].title") { OtherNames = ["tender", "tender title", "招标项目", "招標項目"] },
        new("tenders[].deadline") { OtherNames = ["bid deadline", "submission deadline", "投标截止日", "投標截止日"] },
        new("tenders[].price") { OtherNames = ["bid price", "our price", "投标报价", "投標報價"] },
        new("invoices[].id")
        {
            IsKey = true,
            IsOptional = true,
            OtherNames = ["invoice id", "invoice number", "invoice", "发票号码", "發票號碼"],
        },
        new("invoices[].amount") { OtherNames = ["invoice amount", "发票金额", "發票金額"] },
        new("invoices[].issued") { OtherNames = ["invoice date", "issue date", "开票日期", "開票日期"] },
        new("invoices[].due") { OtherNames = ["due date", "到期日"] },
        new("invoices[].paid") { OtherNames = ["paid on", "payment date", "付款日期"] },
        new("visits[].on") { OtherNames = ["visit date", "拜访日期", "拜訪日期"] },
        new("surveys[].on") { IsKey = true, OtherNames = ["survey date", "调查日期", "調查日期"] },
        new("surveys[].responses[].respondent") { IsKey = true },
        new("activities[].id") { IsKey = true, OtherNames = ["activity", "event", "event id", "活动编号", "活動編號"] },
        new("activities[].date") { OtherNames = ["event date", "activity date", "活动日期", "活動日期"] },
        new("activities[].type") { OtherNames = ["event type", "activity type", "活动类型", "活動類型"] },
        new("activities[].purpose") { OtherNames = ["event purpose", "活动目的", "活動目的"] },
        new("activities[].guests[].contact") { IsKey = true, OtherNames = ["invited contact", "嘉宾", "嘉賓"] },
        new("activities[].guests[].attended") { OtherNames = ["came", "是否到场", "是否到場"] },
        new("activities[].budget[].item") { IsKey = true },
        new("contacts[].department") { IsOptional = true, OtherNames = ["department name", "部门", "部門"] },
        new("contacts[].building[].kind") { IsOptional = true },
        new("contacts[].building[].step") { IsOptional = true },
        new("contacts[].building[].on") { IsOptional = true },
        new("contacts[].building[].evidence") { IsOptional = true },
        new("serviceOrders[].id")
        {
            IsKey = true,
            IsOptional = true,
            OtherNames = ["service order", "service order id", "work order", "服务单号", "服務單號"],
        },
        new("serviceOrders[].type") { OtherNames = ["service type", "service", "服务类型", "服務類型"] },
        new("serviceOrders[].date") { OtherNames = ["service date", "服务日期", "服務日期"] },
        new("serviceOrders[].hours") { OtherNames = ["working hours", "labour hours", "labor hours", "工时", "工時"] },
        new("serviceOrders[].cost") { OtherNames = ["service cost", "服务成本", "服務成本"] },
        new("serviceOrders[].price") { OtherNames = ["service price", "服务收费", "服務收費"] },
        new("serviceOrders[].responseHours") { OtherNames = ["response time", "响应时间", "回應時間"] },
        new("serviceOrders[].downtimeHours") { OtherNames = ["downtime", "停机时间", "停機時間"] },
        new("serviceContracts[].id") { IsKey = true, OtherNames = ["service contract", "服务合同编号", "服務合約編號"] },
        new("strategyNotes[].id") { IsKey = true, OtherNames = ["strategy note", "strategic goal", "战略编号", "戰略編號"] },
        new("strategyNotes[].area") { OtherNames = ["strategy area", "战略领域", "戰略領域"] },
        new("strategyNotes[].statement") { OtherNames = ["strategy", "customer strategy", "客户战略", "客戶戰略"] },
        new("strategyNotes[].support[].capability") { IsKey = true },
        new("capabilities[].id") { IsKey = true, OtherNames = ["capability", "our capability", "能力编号", "能力編號"] },
        new("serviceStock[].item") { IsKey = true, OtherNames = ["item number", "part number", "物料编号", "物料編號"] },
        new("serviceCapacities[].type") { IsKey = true },
    }.ToDictionary(column => column.Path, StringComparer.Ordinal);

    private static readonly string[] CurrencyNames =
    [
        "currency", "currency code", "currency iso code", "iso currency",
        "币种", "幣種", "货币", "貨幣", "币别", "幣別",
    ];

    // What is planned, agreed, due or expected; every other date is of what has happened.
    private static readonly HashSet<string> Planned = new(StringComparer.Ordinal)
    {
        "asOf", "tierOverrides[].from", "tierOverrides[].until", "contacts[].until", "contracts[].from", "contracts[].until",
        "opportunities[].expectedClose", "opportunities[].closeDates[].expectedClose", "opportunities[].nextStep.date",
        "opportunities[].paymentPlan[].date", "invoices[].due", "needs[].neededBy", "wallet[].blockedUntil", "tenders[].deadline",
        "activities[].date", "serviceContracts[].from", "serviceContracts[].until", "strategyNotes[].horizon",
    };

    /// <summary>Returns the column with the hints for it.</summary>
    public static AccountColumn Of(AccountColumn column)
    {
        var hint = Hints.GetValueOrDefault(column.Path);
        var names = column.OtherNames.Count > 0 ? column.OtherNames : hint?.OtherNames ?? [];
        return column with
        {
            IsKey = column.IsKey || hint?.IsKey == true,
            IsSummed = column.IsSummed || hint?.IsSummed == true,
            IsOptional = column.IsOptional || hint?.IsOptional == true,
            IsPlanned = column.IsPlanned || Planned.Contains(column.Path),
            OtherNames = names.Count == 0 && column.Path[(column.Path.LastIndexOf('.') + 1)..] == "currency" ? CurrencyNames : names,
        };
    }
}
