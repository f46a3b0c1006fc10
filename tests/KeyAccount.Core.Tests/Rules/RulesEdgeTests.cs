using System.Linq.Expressions;
using KeyAccount.Core.Documents;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;
using NodaTime;

namespace KeyAccount.Core.Tests.Rules;

/// <summary>What is refused because it is not given.</summary>
public class RulesEdgeTests
{
    private sealed record Facts(bool? IsLarge);

    private static readonly DecisionTable<Facts, string> Table = DecisionTable.For<Facts, string>("sizes")
        .Domain(f => f.IsLarge, true, false).Rule("large", f => f.IsLarge == true, "large").Rule("small", f => f.IsLarge == false, "small")
        .Build(HitPolicy.Unique);

    private static readonly Phrase<string> Phrase = new("price", "price", ["price"], "why");

    private static DecisionTableBuilder<Facts, string> New => DecisionTable.For<Facts, string>("new");

    [Fact]
    public void What_is_not_given_is_refused_by_its_name()
    {
        static void Refused(string parameter, Action call) => call.Should().Throw<ArgumentNullException>().WithParameterName(parameter);
        Refused("tableId", () => _ = new Decision<string>(null!, "1", []));
        Refused("tableVersion", () => _ = new Decision<string>("t", null!, []));
        Refused("hits", () => _ = new Decision<string>("t", "1", null!));
        Refused("fact", () => New.Domain((Expression<Func<Facts, bool?>>)null!, true));
        Refused("values", () => New.Domain(f => f.IsLarge, null!));
        Refused("id", () => New.Rule(null!, f => true, "x"));
        Refused("when", () => New.Rule("x", null!, "x"));
        Refused("highestFirst", () => New.Priorities(null!));
        Refused("highestFirst", () => Table.WithPriorities(null!));
        Refused("id", () => Table.With(null!, f => true, "x"));
        Refused("when", () => Table.With("large", (Expression<Func<Facts, bool>>)null!, "x"));
        Refused("ruleId", () => Table.With(null!, "x"));
        Refused("ruleId", () => Table.Without(null!));
        Refused("overrides", () => Table.With((DecisionTableSettings)null!));
        Refused("facts", () => Table.Decide(null!));
        Refused("language", () => ((IFactModel)Table).Answer(new Facts(true), null!));
        Refused("table", () => DecisionTableGrid.Of(null!));
        Refused("table", () => DecisionTableGrid.Read(null!, []));
        Refused("cells", () => DecisionTableGrid.Read(Table, null!));
        Refused("id", () => _ = new Phrase<string>(null!, "x", ["x"], "why"));
        Refused("meaning", () => _ = new Phrase<string>("x", null!, ["x"], "why"));
        Refused("patterns", () => _ = new Phrase<string>("x", "x", null!, "why"));
        Refused("why", () => _ = new Phrase<string>("x", "x", ["x"], null!));
        Refused("phrases", () => _ = new PhraseList<string>("x", null!));
        Refused("text", () => new PhraseList<string>("x", [Phrase]).Find(null!));
        Refused("phrase", () => new PhraseList<string>("x", [Phrase]).With(null!));
    }

    [Fact]
    public void Ids_and_versions_are_not_blank_and_days_are_of_the_usual_calendar()
    {
        static void Refused(string parameter, Action call) => call.Should().Throw<ArgumentException>().WithParameterName(parameter);
        Refused("id", () => DecisionTable.For<Facts, string>(" "));
        Refused("version", () => New.Version(" "));
        Refused("version", () => Table.WithVersion(" "));
        Refused("id", () => _ = new PhraseList<string>(" ", [Phrase]));
        Refused("version", () => _ = new PhraseList<string>("x", [Phrase], null, " "));
        Refused("ruleId", () => Table.Without("medium"));
        Refused("DueOn", () => _ = new CaseStep("a", "a", new LocalDate(2026, 1, 1, CalendarSystem.Julian)));
        Table.WithVersion("7").Version.Should().Be("7");
    }
}
