using KeyAccount.Core.Grading;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Rules;

namespace KeyAccount.Core.Tests.Rules;

/// <summary>Decision tables as grids of cells.</summary>
public class DecisionTableGridTests
{
    public static TheoryData<string> Ids => [.. Tables.Select(table => table.Id)];

    private static IEnumerable<IDecisionTable> Tables => ModelCatalog.All.OfType<IDecisionTable>();

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_grid_is_read_back_as_it_was(string id)
    {
        var table = Tables.Single(each => each.Id == id);
        var settings = DecisionTableGrid.Read(table, CellsOf(table));
        settings.Rules.Should().Equal(table.Settings.Rules);
        var again = table.With(settings);
        again.Settings.Should().Be(table.Settings);
        again.Defaults.Should().Equal(table.Defaults);
    }

    [Fact]
    public void A_grid_is_what_people_know_from_dmn()
    {
        var grid = DecisionTableGrid.Of(Ladder.Stances);
        grid.Titles.Should().Equal("Unique", "Level", "advice", "reason.en", "reason.zh-Hans", "reason.zh-Hant");
        grid.Rows.Select(row => string.Join(" | ", row.Take(3))).Should().Equal(
            "supporter | CR1, CR2 | Supporter", "neutral | CR3 | Neutral", "opponent | CR4, CR5 | Opponent");
        DecisionTableGrid.Of(DifferentiatedService.Standard).Titles.Should().Contain("advice.visitsPerQuarter");
    }

    [Fact]
    public void A_cell_that_is_changed_changes_its_rule_alone()
    {
        var cells = CellsOf(Ladder.Stances);
        cells[2][1] = "CR3, CR4";
        cells[3][1] = "CR5";
        var tuned = Ladder.Stances.With(DecisionTableGrid.Read(Ladder.Stances, cells));
        tuned.Decide(new() { Level = LadderLevel.CR4 }).Advice.Should().Be(Stance.Neutral);
        tuned.Rules[0].Should().BeSameAs(Ladder.Stances.Rules[0]);
    }

    [Fact]
    public void Every_fault_names_its_cell_and_what_may_stand_there()
    {
        var cells = CellsOf(Ladder.Stances);
        cells[1][1] = "CR9";
        cells[2][2] = "Friend";
        cells[3][1] = "";
        FaultsOf(cells).Should().Equal("B4 (Level): it is empty; it must be any, or some of CR1, CR2, CR3, CR4, CR5");
        cells[3][1] = "CR4, CR5";
        var faults = FaultsOf(cells);
        faults.Should().HaveCount(2);
        faults[0].Should().Be(
            "B2 (Level): CR9 is not one of the values of Level; it must be any, or some of CR1, CR2, CR3, CR4, CR5");
        faults[1].Should().StartWith("C3 (advice): ").And.Contain("Supporter, Neutral, Opponent");
    }

    [Fact]
    public void A_part_of_advice_names_its_cell()
    {
        var cells = CellsOf(DifferentiatedService.Standard);
        var column = cells[0].IndexOf("advice.visitsPerQuarter");
        cells[1][column] = "often";
        FaultsOf(DifferentiatedService.Standard, cells).Should().ContainSingle()
            .Which.Should().StartWith($"{(char)('A' + column)}2 (advice.visitsPerQuarter): it is \"often\"; it must be a");
    }

    [Fact]
    public void Titles_are_checked()
    {
        var cells = CellsOf(Ladder.Stances);
        cells[0][0] = "Best";
        cells[0][1] = "Grade";
        FaultsOf(cells).Should().Equal(
            "A1: it is 'Best'; the corner must be the hit policy, one of Unique, First, Collect, Any, Priority",
            "B1: there is no column 'Grade'; it must be one of Level, advice, advice.PART, reason.LANGUAGE",
            "A1: the column Level is missing; write any in its cells where it does not count");
        FaultsOf([[]]).Should().Contain("A1: the grid has no rules; below the titles each line is one");
    }

    [Fact]
    public void A_gap_is_no_cell_but_a_fault_of_the_rules()
    {
        var cells = CellsOf(Ladder.Stances);
        cells[3][1] = "CR5";
        FaultsOf(cells).Should().ContainSingle().Which.Should().Contain("1 combination would have no answer: Level = CR4");
    }

    [Fact]
    public void A_reason_is_said_in_all_languages_or_in_none()
    {
        var cells = CellsOf(Ladder.Stances);
        cells[1][4] = "";
        FaultsOf(cells).Should().Equal("E2 (reason.zh-Hans): the reason is missing in zh-Hans; it must be said in en, zh-Hans, zh-Hant, or in none");
    }

    [Fact]
    public void Lines_of_a_rule_that_say_different_things_are_a_fault()
    {
        var cells = CellsOf(Ladder.Stances);
        cells[3][1] = "CR4";
        cells.Add([.. cells[3]]);
        cells[4][1] = "CR5";
        DecisionTableGrid.Read(Ladder.Stances, cells).Rules![2].When.Should().HaveCount(2);
        cells[4][2] = "Neutral";
        FaultsOf(cells).Should().Equal(
            "C5 (advice): it differs from the first line of the rule, C4; leave it empty, or name another rule");
    }

    [Fact]
    public void What_a_spreadsheet_makes_of_truth_values_is_read()
    {
        var table = DecisionTable.For<Flags, bool>("flags")
            .Domain(f => f.IsOpen, [true, false, null])
            .Rule("open", f => f.IsOpen == true, true, "because")
            .Rule("other", f => f.IsOpen != true || f.IsOpen == null, false, "because")
            .Build(HitPolicy.First);
        var cells = CellsOf(table);
        cells[1][1] = "TRUE";
        cells[1][2] = "TRUE";
        table.With(DecisionTableGrid.Read(table, cells)).Settings.Should().Be(table.Settings);
    }

    [Fact]
    public void Texts_that_read_like_something_else_survive()
    {
        var table = DecisionTable.For<Flags, string>("texts")
            .Domain(f => f.Name, "any", "a, b", "=1+1", "unknown", "3", null)
            .Rule("first", f => f.Name == "any" || f.Name == "a, b" || f.Name == "unknown", "3", "{0}", f => [f.Name])
            .Rule("second", f => f.Name == "=1+1" || f.Name == "3", "null", "because")
            .Rule("third", f => f.Name == null, "", "because")
            .Build(HitPolicy.Unique);
        table.With(DecisionTableGrid.Read(table, CellsOf(table))).Settings.Should().Be(table.Settings);
    }

    [Fact]
    public void Ranks_go_both_ways()
    {
        var table = DecisionTable.For<Flags, string>("ranked")
            .Domain(f => f.IsOpen, [true, false])
            .Rule("any", f => true, "low", "because")
            .Rule("open", f => f.IsOpen == true, "high", "because")
            .Priorities("highest", "high", "low")
            .Build(HitPolicy.Priority);
        var cells = CellsOf(table);
        cells.Select(row => row[2]).Should().Equal("priority", "3", "2");
        table.With(DecisionTableGrid.Read(table, cells)).Settings.Should().Be(table.Settings);
        cells[1][2] = "0";
        FaultsOf(table, cells).Should().Equal("C2 (priority): it is '0'; it must be a rank from 1, the highest");
        cells[1][2] = "2";
        FaultsOf(table, cells).Should().Equal("C1: different advice has the rank 2; each needs a rank of its own");
    }

    private static List<string> FaultsOf(List<List<string>> cells) => FaultsOf(Ladder.Stances, cells);

    private static List<string> FaultsOf(IDecisionTable table, List<List<string>> cells) =>
    [
        .. FluentActions.Invoking(() => DecisionTableGrid.Read(table, cells)).Should().Throw<InvalidModelException>()
            .Which.Faults.Select(fault => fault.ToString()),
    ];

    private static List<List<string>> CellsOf(IDecisionTable table)
    {
        var grid = DecisionTableGrid.Of(table);
        return [.. grid.Rows.Prepend(grid.Titles).Select(row => row.ToList())];
    }

    private sealed record Flags
    {
        public bool? IsOpen { get; init; }

        public string? Name { get; init; }
    }
}
