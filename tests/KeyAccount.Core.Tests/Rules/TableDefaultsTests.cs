using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Rules;

/// <summary>What a table says once for all its rules, and what keeps a reason from being given.</summary>
public class TableDefaultsTests
{
    private const string Prefix = "Tests.Table.";

    private const string NoTemplate =
        "is not a valid template; placeholders are {0}, {1} …, and a literal brace is doubled";

    private static readonly TextTable Texts = TextTable.FromResources(typeof(TableDefaultsTests).Assembly, "Engine");
    private static readonly Provenance Ours = Provenance.LibraryDefault("ours");
    private static readonly Provenance Theirs = Provenance.Source("S001");

    private static DecisionTableBuilder<Facts, string> New => DecisionTable.For<Facts, string>("table");

    public static TheoryData<Text, int?, string> FaultyReasons => new()
    {
        { "{see wiki}", 1, $"'{{see wiki}}' {NoTemplate}" },
        { new("{0}", "{0", "{0}"), 1, $"'{{0' {NoTemplate}" },
        { "{1}", 1, "'{1}' needs 2 arguments; 1 is given" },
        { new("{0}", "{0} {2}", "{0}"), 2, "'{0} {2}' needs 3 arguments; 2 are given" },
        { "{0}", 0, "'{0}' needs 1 argument; 0 are given" },
        { "{0}", null, "'{0}' needs 1 argument; 0 are given" },
        { "{1} {0}", null, "'{1} {0}' needs 2 arguments; 0 are given" },
    };

    [Fact]
    public void Defaults_hold_for_every_rule_whatever_the_order_of_the_calls()
    {
        var before = WithRules(New.From(Ours).Reasons(Texts, Prefix, f => [f.Name])).Build(HitPolicy.Collect);
        var after = WithRules(New).Reasons(Texts, Prefix, f => [f.Name]).From(Ours).Build(HitPolicy.Collect);
        foreach (var table in (DecisionTable<Facts, string>[])[before, after])
        {
            table.Rules.Select(rule => rule.Provenance).Should().Equal(Ours, Ours, Theirs, Ours);
            table.Decide(new() { Name = "Anna" }).Hits.Select(hit => hit.Reason).Should().Equal((Text[])
                [new("always", "总是", "總是"), new("Anna is overdue", "Anna逾期", "Anna逾期"), "own", "Bert and 2"]);
        }

        before.Decide(new() { Name = "Anna" }).Should().Be(after.Decide(new() { Name = "Anna" }));

        static DecisionTableBuilder<Facts, string> WithRules(DecisionTableBuilder<Facts, string> table) => table
            .Rule("plain", _ => true, "x")
            .Rule("overdue", _ => true, "y")
            .Rule("own", _ => true, "z", "own", provenance: Theirs)
            .Rule("two", _ => true, "z", "{0} and {1}", _ => ["Bert", 2]);
    }

    [Fact]
    public void A_rule_may_take_its_reason_from_the_texts_and_have_its_own_arguments() => New
        .Reasons(Texts, Prefix, f => [f.Name])
        .Rule("two", _ => true, "x", arguments: f => [f.Tier, 2])
        .Build(HitPolicy.First)
        .Decide(new() { Tier = AccountTier.A }).Hits.Single().Reason.Should().Be(new Text("A account and 2", "A类客户和2", "A類客戶和2"));

    [Fact]
    public void Without_texts_the_reason_is_the_id_and_without_a_source_there_is_none()
    {
        var rule = New.Rule("plain", _ => true, "x").Build(HitPolicy.First).Rules.Single();
        rule.Reason.Should().Be(Text.FromString("plain"));
        rule.Provenance.Should().BeNull();
    }

    [Fact]
    public void A_brace_that_is_written_twice_is_one() => New
        .Reasons(Texts, Prefix, f => [f.Name])
        .Rule("braces", _ => true, "x")
        .Build(HitPolicy.First)
        .Decide(new() { Name = "Anna" }).Hits.Single().Reason.En.Should().Be("{0} of Anna");

    [Fact]
    public void Every_missing_text_is_a_fault_that_names_rule_and_key()
    {
        var build = () => New
            .Rule("gone", _ => true, "x").Rule("plain", _ => true, "x").Rule("lost", _ => true, "x").Rule("own", _ => true, "x", "own")
            .Reasons(Texts, Prefix)
            .Build(HitPolicy.First);
        build.Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString()).Should().Equal(
            "rules[\"gone\"].reason: there is no text 'Tests.Table.gone'; add it to the texts, or give the rule a reason of its own",
            "rules[\"lost\"].reason: there is no text 'Tests.Table.lost'; add it to the texts, or give the rule a reason of its own");
    }

    [Fact]
    public void Defaults_are_needed()
    {
        New.Invoking(table => table.From(null!)).Should().Throw<ArgumentNullException>().WithParameterName("provenance");
        New.Invoking(table => table.Reasons(null!, Prefix)).Should().Throw<ArgumentNullException>().WithParameterName("texts");
        New.Invoking(table => table.Reasons(Texts, null!)).Should().Throw<ArgumentNullException>().WithParameterName("prefix");
    }

    [Theory]
    [MemberData(nameof(FaultyReasons))]
    public void A_reason_that_could_not_be_given_is_a_fault_of_the_table(Text reason, int? arguments, string fault)
    {
        var build = () => New.Rule("x", f => f.Visits > 0, "x", reason, Giving(arguments)).Build(HitPolicy.First);
        var place = reason.En == reason.ZhHans ? "rules[\"x\"].reason" : "rules[\"x\"].reason[\"zh-Hans\"]";
        build.Should().Throw<InvalidModelException>().Which.Faults.Should().Equal(new ModelFault(place, fault));
    }

    [Fact]
    public void A_text_of_the_table_that_could_not_be_given_is_a_fault_too()
    {
        var none = () => New.Reasons(Texts, Prefix).Rule("overdue", _ => true, "x").Build(HitPolicy.First);
        var few = () => New.Reasons(Texts, Prefix, f => [f.Name]).Rule("two", _ => true, "x").Build(HitPolicy.First);
        none.Should().Throw<InvalidModelException>()
            .WithMessage("*rules[\"overdue\"].reason: '{0} is overdue' needs 1 argument; 0 are given");
        few.Should().Throw<InvalidModelException>().WithMessage("*rules[\"two\"].reason: '{0} and {1}' needs 2 arguments; 1 is given");
    }

    [Theory]
    [InlineData("{see wiki}")]
    [InlineData("100 % {")]
    [InlineData("{{0}}")]
    public void Without_arguments_a_reason_is_taken_as_it_is_written(string reason) => New
        .Rule("x", _ => true, "x", reason)
        .Build(HitPolicy.First)
        .Decide(new()).Hits.Single().Reason.En.Should().Be(reason);

    [Fact]
    public void More_arguments_than_placeholders_are_no_fault() =>
        New.Rule("x", _ => true, "x", "{0}", Giving(3)).Build(HitPolicy.First).Decide(new()).Hits.Single().Reason.En.Should().Be("0");

    [Fact]
    public void Too_few_arguments_for_facts_that_cannot_be_made_show_when_the_table_is_asked()
    {
        var ofAbstract = DecisionTable.For<Shape, string>("shapes").Rule("round", _ => true, "x", "{0} {1}", f => [f.Name])
            .Build(HitPolicy.First);
        var ofInterface = DecisionTable.For<INamed, string>("named").Rule("any", _ => true, "x", "{0} {1}", f => [f.Name])
            .Build(HitPolicy.First);
        ofAbstract.Invoking(table => table.Decide(new Circle())).Should().Throw<InvalidOperationException>()
            .WithMessage("The table 'shapes' cannot give the reason of its rule 'round': '{0} {1}' needs 2 arguments; 1 is given.");
        ofInterface.Invoking(table => table.Decide(new Circle())).Should().Throw<InvalidOperationException>()
            .WithMessage("The table 'named' cannot give the reason of its rule 'any': '{0} {1}' needs 2 arguments; 1 is given.");
    }

    [Fact]
    public void Too_few_arguments_that_throw_on_empty_facts_show_when_the_table_is_asked()
    {
        var table = New.Rule("long", _ => true, "x", "{0} {1}", f => [f.Name!.Length]).Build(HitPolicy.First);
        table.Invoking(each => each.Decide(new() { Name = "Anna" })).Should().Throw<InvalidOperationException>()
            .WithMessage("The table 'table' cannot give the reason of its rule 'long': '{0} {1}' needs 2 arguments; 1 is given.");
        table.Invoking(each => each.Decide(new())).Should().Throw<InvalidOperationException>()
            .WithMessage("The table 'table' cannot give the reason of its rule 'long': its arguments throw a NullReferenceException: *")
            .WithInnerException<NullReferenceException>();
    }

    [Fact]
    public void Arguments_that_are_null_or_cannot_be_formatted_name_table_and_rule()
    {
        var none = New.Rule("x", _ => true, "x", "{0}", _ => null!).Build(HitPolicy.First);
        var format = New.Rule("x", _ => true, "x", "{0:Q}", f => [f.Visits]).Build(HitPolicy.First);
        none.Invoking(table => table.Decide(new())).Should().Throw<InvalidOperationException>()
            .WithMessage("The table 'table' cannot give the reason of its rule 'x': '{0}' needs 1 argument; 0 are given.");
        format.Invoking(table => table.Decide(new() { Visits = 1.5 })).Should().Throw<InvalidOperationException>()
            .WithMessage("The table 'table' cannot give the reason of its rule 'x': '{0:Q}' cannot be filled: *")
            .WithInnerException<FormatException>();
    }

    [Fact]
    public void A_reason_without_placeholders_never_asks_for_arguments_and_its_decision_is_one_object()
    {
        var asked = 0;
        var table = New
            .Domain(f => f.Tier, [.. AccountTier.InOrder, null])
            .Reasons(Texts, Prefix, f => [f.Name, ++asked])
            .Rule("plain", f => f.Tier == AccountTier.A, "x")
            .Rule("overdue", f => f.Tier == AccountTier.B, "y")
            .Build(HitPolicy.First);
        var forBuilding = asked;
        var plain = table.Decide(new() { Tier = AccountTier.A, Name = "Anna" });
        table.Decide(new() { Tier = AccountTier.A, Name = "Bert" }).Should().BeSameAs(plain);
        asked.Should().Be(forBuilding);
        table.Decide(new() { Tier = AccountTier.B, Name = "Anna" }).Hits.Single().Reason.En.Should().Be("Anna is overdue");
        table.Decide(new() { Tier = AccountTier.B, Name = "Bert" }).Hits.Single().Reason.En.Should().Be("Bert is overdue");
        asked.Should().Be(forBuilding + 2, "arguments are asked for once for each answer");
    }

    [Fact]
    public void A_table_that_needs_no_arguments_can_be_built_of_facts_that_cannot_be_made() => DecisionTable.For<Shape, string>("shapes")
        .Reasons(Texts, Prefix, f => [f.Name, f.Name])
        .Rule("plain", _ => true, "x")
        .Rule("two", _ => true, "y")
        .Build(HitPolicy.Collect)
        .Decide(new Circle()).Hits.Select(hit => hit.Reason.En).Should().Equal("always", "circle and circle");

    [Fact]
    public void Counting_the_arguments_finalizes_no_facts()
    {
        Build();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Finalized.Count.Should().Be(0);

        static void Build() =>
            DecisionTable.For<Finalized, string>("finalized").Rule("x", _ => true, "x", "{0}", f => [f.GetType()]).Build(HitPolicy.First);
    }

    [Fact]
    public void Another_reason_with_placeholders_is_filled_with_the_same_facts()
    {
        var table = New
            .Reasons(Texts, Prefix, f => [f.Name])
            .Rule("overdue", _ => true, "dun")
            .Rule("plain", _ => true, "write")
            .Build(HitPolicy.Collect);
        Reasons(table.With("overdue", "call", new Text("call {0}", "致电{0}", "致電{0}")).With("plain", "visit", "visit {0}"))
            .Should().Equal("call Anna", "visit Anna");
        Reasons(table.With("overdue", "call", "{see wiki}")).Should().Equal("{see wiki}", "always");
        Reasons(table.With("overdue", "call", "because")).Should().Equal("because", "always");
        Reasons(table.With("overdue", "call")).Should().Equal("Anna is overdue", "always");
        Reasons(table).Should().Equal("Anna is overdue", "always");

        static IEnumerable<string> Reasons(DecisionTable<Facts, string> table) =>
            table.Decide(new() { Name = "Anna" }).Hits.Select(hit => hit.Reason.En);
    }

    [Fact]
    public void Another_reason_that_could_not_be_given_is_a_fault()
    {
        var table = New.Rule("a", _ => true, "x", "{0}", Giving(1)).Rule("b", _ => true, "y").Build(HitPolicy.Collect);
        table.Invoking(each => each.With("a", "x", "{0} {1}")).Should().Throw<InvalidModelException>()
            .Which.Faults.Should().Equal(new ModelFault("rules[\"a\"].reason", "'{0} {1}' needs 2 arguments; 1 is given"));
        table.Invoking(each => each.With("b", "x", "{0}")).Should().Throw<InvalidModelException>()
            .Which.Faults.Should().Equal(new ModelFault("rules[\"b\"].reason", "'{0}' needs 1 argument; 0 are given"));
        table.Invoking(each => each.With("b", f => f.Visits > 1, "x", "{see wiki}", Giving(1))).Should().Throw<InvalidModelException>()
            .WithMessage("The model 'table' has 1 fault:\n  rules[\"b\"].reason: *");
    }

    private static Func<Facts, object?[]>? Giving(int? arguments) =>
        arguments is { } count ? _ => [.. Enumerable.Range(0, count).Select(number => (object?)number)] : null;

    public interface INamed
    {
        string Name { get; }
    }

    public sealed record Facts
    {
        public AccountTier? Tier { get; init; }

        public double? Visits { get; init; }

        public string? Name { get; init; }
    }

    public abstract class Shape
    {
        public abstract string Name { get; }
    }

    public sealed class Circle : Shape, INamed
    {
        public override string Name => "circle";
    }

    public sealed class Finalized
    {
#pragma warning disable MA0055 // the finalizer is what is tested
        ~Finalized() => Count++;
#pragma warning restore MA0055

        public static int Count { get; private set; }
    }
}
