namespace KeyAccount.Core.Tests.House;

/// <summary>A check that cannot fail is worthless: each rule against entries that break it and entries that do not.</summary>
public class SourceRulesTests
{
    private const string Columns = "seed\tlines\twords\thome\tmembers\tnote\n";
    private const string Tier = "KeyAccount.Core.Grading.AccountTier";
    private const string Cuts = "KeyAccount.Core.Grading.ParetoCuts";
    private const string Stance = "KeyAccount.Core.Relationships.Stance";
    private const string Period = "KeyAccount.Core.Lifecycle.LifecyclePeriod";

    // The rooms of today are there; of the two later ones, one has come meanwhile.
    private static readonly SourceLibrary Library = SourceLibrary.Core with { LaterRooms = ["Tomorrow", "Grading"] };

    [Fact]
    public void An_entry_is_read_with_its_lines_members_and_note()
    {
        var entry = SourceRules.Parse($"# a comment\n{Columns}\n# another\nS004\t8,10-12\t按购买力分类\t{Tier}\tA类客户→A | 其他\tAs it is.\r\n")
            .Single();
        entry.Should().BeEquivalentTo(new SourceEntry(
            "S004", [8, 10, 11, 12], "按购买力分类", Tier, [new("A类客户", "A"), new("其他", null)], "As it is."));
    }

    [Theory]
    [InlineData("S004\t8\t分类")]
    [InlineData("S004\t8\t分类\toutside\t\tWhy.\tmore")]
    [InlineData("S004\t8\t\toutside\t\tWhy.")]
    [InlineData("S004\t8\t 分类\toutside\t\tWhy.")]
    [InlineData("S004\t0\t分类\toutside\t\tWhy.")]
    [InlineData("S004\t9-8\t分类\toutside\t\tWhy.")]
    [InlineData("S004\t8-9-10\t分类\toutside\t\tWhy.")]
    [InlineData("S004\teight\t分类\toutside\t\tWhy.")]
    public void A_line_that_is_no_entry_is_refused_with_its_number(string line) =>
        FluentActions.Invoking(() => SourceRules.Parse($"{Columns}{line}\n")).Should().Throw<FormatException>().WithMessage("Line 2 *");

    [Theory]
    [InlineData("按购买力分类", Tier, "A类客户→A | C类→C")]
    [InlineData("按购买力分类", Tier, "", "Named elsewhere.")]
    [InlineData("80%的收入", Cuts + ".OfRevenue")]
    [InlineData("80%的收入", Cuts, "80%→OfRevenue | 20%→OfHeadCount")]
    [InlineData("80%的收入", Cuts, "贡献80%收入")]
    [InlineData("采购量大", "text Grading.Checklists.annualPurchases")]
    [InlineData("五大核心特征", "text Grading.Checklists", "采购量大→annualPurchases | 决策链复杂→complexDecisionChain")]
    [InlineData("明天", "pending Tomorrow", "一 | 二")]
    [InlineData("分级", "owed Grading", "一 | 二")]
    [InlineData("两大任务", "named only", "", "The number only.")]
    [InlineData("课程", "outside", "上午 | 下午", "When it is.")]
    public void A_sound_entry_has_no_faults(string words, string home, string members = "", string note = "") =>
        FaultsOf("S004", words, home, members, note).Should().BeEmpty();

    [Theory]
    [InlineData("KeyAccount.Core.Grading.AccountLevel", "", "has no home: KeyAccount.Core.Grading.AccountLevel is *")]
    [InlineData("KeyAccount.Core.Guard", "", "has no home: KeyAccount.Core.Guard is *")]
    [InlineData(Cuts + ".OfProfit", "", "has no home: *ParetoCuts.OfProfit is *")]
    [InlineData("Grading", "", "has no home: Grading is *")]
    [InlineData(Tier, "", "names none of the values of AccountTier, and does not say why")]
    [InlineData(Tier, "D类客户→D", "has no home for D类客户: AccountTier has no D")]
    [InlineData(Tier, "A类客户→InOrder", "has no home for A类客户: AccountTier has no InOrder")]
    [InlineData(Tier, "A类客户", "does not say as what it has A类客户")]
    [InlineData(Tier, "甲类客户→A", "has other words in the library: A is A类客户, not 甲类客户")]
    [InlineData(Cuts, "80%→OfProfit", "has no home for 80%: ParetoCuts has no OfProfit")]
    [InlineData(Cuts + ".OfRevenue", "80%→A", "has no room for the member A under *")]
    [InlineData("text Grading.Checklists.nothing", "", "has no home: there is no text Grading.Checklists.nothing")]
    [InlineData("text Grading.Checklists.annualPurchases", "",
        "has other words in the library: Grading.Checklists.annualPurchases is 采购量大, not 分类")]
    [InlineData("text Grading.Checklists", "采购量大→nothing", "has no home for 采购量大: there is no text Grading.Checklists.nothing")]
    [InlineData("text Grading.Checklists", "采购量→need", "has other words in the library: Grading.Checklists.need is 需求, not 采购量")]
    [InlineData("text Grading.Checklists", "采购量大", "does not say as what it has 采购量大")]
    [InlineData("pending Yesterday", "", "waits for Yesterday, which is none of the later rooms")]
    [InlineData("pending Grading", "", "waits for Grading, which is there: the entry is to have its home or to be struck")]
    [InlineData("pending Tomorrow", "一→One", "has no room for the member One under pending Tomorrow")]
    [InlineData("owed Tomorrow", "", "is owed by Tomorrow, which is not there")]
    [InlineData("owed Grad", "", "is owed by Grad, which is not there")]
    [InlineData("named only", "", "is named only without a reason")]
    [InlineData("outside", "", "is outside without a reason")]
    public void A_faulty_entry_is_told_its_fault(string home, string members, string fault) =>
        FaultsOf("S004", "分类", home, members).Should().ContainSingle().Which.Should().Match(fault);

    [Fact]
    public void The_document_in_traditional_characters_is_held_against_the_traditional_texts()
    {
        FaultsOf("S001", "立場分析", Stance, "反對者→Opponent").Should().BeEmpty();
        FaultsOf("S001", "立場分析", Stance, "反对者→Opponent").Should().ContainSingle();
        FaultsOf("S000", "立场分析", Stance, "反对者→Opponent").Should().BeEmpty();
        FaultsOf("S001", "三個維度", "KeyAccount.Core.Relationships.OkeDimension", "組織客戶關系→Organisation").Should().BeEmpty();
    }

    [Fact]
    public void What_is_listed_twice_is_found()
    {
        var list = Parse(
            $"S000\t1\t一\toutside\n", "S001\t1\t一\toutside\n", "S000\t2\t二\toutside\t甲 | 乙\n", $"S000\t2\t三\t{Tier}\t甲→A | 甲→B\n");
        SourceRules.DuplicatesIn(list).Should().BeEmpty();
        SourceRules.DuplicatesIn([.. list, .. Parse("S000\t9\t一\tpending Funnel\n", "S002\t1\t四\toutside\t甲 | 甲\n")])
            .Should().Equal("S000: 一", "S002 line 1, 四: 甲");
    }

    [Fact]
    public void Words_that_are_not_on_their_lines_are_found()
    {
        string[] document = ["- 四个 **阶段**：", "", "考察期-戰(zhàn)略期"];
        SourceRules.MissingWordsOf(Parse($"S000\t1-3\t四个阶段\t{Period}\t考察期→Exploration | 戰略期→Decline\n")[0], document).Should().BeEmpty();
        SourceRules.MissingWordsOf(Parse($"S000\t1-2\t五个阶段\t{Period}\t考察期→Exploration | 四个→Decline\n")[0], document).Should()
            .Equal("五个阶段", "考察期");
        SourceRules.MissingWordsOf(Parse("S000\t4\t四个阶段\toutside\n")[0], document).Should().ContainSingle().Which.Should()
            .Contain("past the last line, 3");
    }

    [Fact]
    public void Lines_that_belong_to_no_entry_are_found()
    {
        string[] document = ["一", "  ", "**", "二", "三", ""];
        SourceRules.LinesLeftOutOf(Parse("S000\t1,4-5\t一\toutside\n"), document).Should().BeEmpty();
        SourceRules.LinesLeftOutOf(Parse("S000\t1\t一\toutside\n", "S000\t5\t三\toutside\n"), document).Should().Equal(4);
    }

    private static IReadOnlyList<SourceEntry> Parse(params string[] lines) => SourceRules.Parse(Columns + string.Concat(lines));

    private static IReadOnlyList<string> FaultsOf(string seed, string words, string home, string members = "", string note = "") =>
        SourceRules.FaultsOf(Parse($"{seed}\t1\t{words}\t{home}\t{members}\t{note}\n")[0], Library);
}
