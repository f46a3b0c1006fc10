using System.Text.Json.Serialization;

namespace KeyAccount.Core.Tests.House;

/// <summary>A check that cannot fail is worthless: the arrow rule against arrows that break it, and its reader against every way of using a
/// type.</summary>
public class ArrowRulesTests
{
    private static readonly Housed Guard = new("", "Guard");
    private static readonly Housed Term = new("Terms", "Term");
    private static readonly Housed Purchase = new("Records", "AccountPurchase");
    private static readonly Housed Binding = new("Expressions", "FactsBinding");
    private static readonly Housed Interval = new("Statistics", "ConfidenceInterval");
    private static readonly Housed Scale = new("Scoring", "Scale");
    private static readonly Housed Table = new("Rules", "DecisionTable");
    private static readonly Housed Tier = new("Grading", "AccountTier", IsTerm: true);
    private static readonly Housed Pareto = new("Grading", "Pareto");
    private static readonly Housed Waterfall = new("Pricing", "PriceWaterfall");
    private static readonly Housed Strategy = new("Pricing", "PricingStrategy", IsTerm: true);
    private static readonly Housed Ladder = new("Relationships", "LadderLevel", IsTerm: true);
    private static readonly Housed Review = new("Reviews", "AccountReview");

    public static TheoryData<string, string[]> Users => new()
    {
        { nameof(Inherits), [nameof(Target)] },
        { nameof(Implements), [nameof(ITarget)] },
        { nameof(Constrains<>), [nameof(ITarget)] },
        { nameof(HasField), [nameof(Target)] },
        { nameof(HasProperty), [nameof(Target)] },
        { nameof(HasParameter), [nameof(Target)] },
        { nameof(Returns), [nameof(Target)] },
        { nameof(ReturnsListOf), [nameof(Target)] },
        { nameof(IsMarked), [nameof(MarkAttribute)] },
        { nameof(IsMarkedWithType), [nameof(MarkAttribute), nameof(Target)] },
        { nameof(MarksAParameter), [nameof(MarkAttribute)] },
        { nameof(Makes), [nameof(Target)] },
        { nameof(Calls), [nameof(Targets)] },
        { nameof(CallsGeneric), [nameof(Target)] },
        { nameof(ReadsField), [nameof(Targets)] },
        { nameof(AsksForType), [nameof(Target)] },
        { nameof(Casts), [nameof(Target)] },
        { nameof(Catches), [nameof(TargetException)] },
        { nameof(CallsInLambda), [nameof(Targets)] },
        { nameof(CallsAfterSwitch), [nameof(Targets)] },
        { nameof(UsesInNestedType), [nameof(Target)] },
        { nameof(NamesOnly), [] },
        { nameof(UsesNothing), [] },
    };

    [Fact]
    public void Arrows_that_point_down_are_sound() => Faults(
        (Review, Pareto), (Review, Table), (Review, Guard), (Pareto, Scale), (Pareto, Table), (Pareto, Interval), (Pareto, Purchase),
        (Scale, Binding), (Table, Binding), (Table, Term), (Binding, Term), (Interval, Guard), (Term, Guard), (Guard, Term),
        (Purchase, Term))
        .Should().BeEmpty();

    [Fact]
    public void A_room_may_use_its_own_types_and_the_terms_of_another() =>
        Faults((Waterfall, Strategy), (Waterfall, Tier), (Strategy, Waterfall), (Pareto, Tier)).Should().BeEmpty();

    [Fact]
    public void A_room_that_uses_more_of_another_than_its_terms_is_a_fault() => Faults((Waterfall, Pareto))
        .Should().Equal("Pricing.PriceWaterfall uses Grading.Pareto, which does not stand in Grading/Terms");

    [Fact]
    public void Engines_that_know_each_other_are_a_fault() => Faults((Scale, Table), (Table, Scale)).Should().Equal(
        "Rules.DecisionTable uses Scoring.Scale; no engine knows the other",
        "Scoring.Scale uses Rules.DecisionTable; no engine knows the other",
        "Rules, Scoring use each other in a circle");

    [Fact]
    public void An_arrow_upwards_is_a_fault_from_every_floor_even_to_a_term() =>
        Faults((Guard, Binding), (Term, Interval), (Purchase, Scale), (Interval, Table), (Scale, Tier), (Pareto, Review), (Tier, Review))
            .Should().Equal(
            "Grading.AccountTier uses Reviews.AccountReview, which is on a floor above",
            "Grading.Pareto uses Reviews.AccountReview, which is on a floor above",
            "Guard uses Expressions.FactsBinding, which is on a floor above",
            "Records.AccountPurchase uses Scoring.Scale, which is on a floor above",
            "Scoring.Scale uses Grading.AccountTier, which is on a floor above",
            "Statistics.ConfidenceInterval uses Rules.DecisionTable, which is on a floor above",
            "Terms.Term uses Statistics.ConfidenceInterval, which is on a floor above");

    [Fact]
    public void A_circle_between_rooms_is_a_fault_even_by_way_of_terms() =>
        Faults((Waterfall, Tier), (Pareto, Ladder), (Ladder, Strategy), (Review, Tier))
            .Should().Equal("Grading, Pricing, Relationships use each other in a circle");

    [Fact]
    public void A_folder_nobody_has_heard_of_is_a_room() =>
        Faults((new("Bidding", "Bid"), Pareto), (Scale, new("Bidding", "Bid"))).Should().Equal(
        "Bidding.Bid uses Grading.Pareto, which does not stand in Grading/Terms",
        "Scoring.Scale uses Bidding.Bid, which is on a floor above");

    [Theory]
    [MemberData(nameof(Users))]
    public void A_use_is_found_wherever_the_compiler_leaves_it(string user, string[] used)
    {
        var space = typeof(ArrowRulesTests).Namespace;
        var name = user == nameof(Constrains<>) ? $"{user}`1" : user;
        ArrowReader.UsesIn(typeof(ArrowRulesTests).Assembly)[$"{space}.{name}"]
            .Where(each => each.StartsWith($"{space}.", StringComparison.Ordinal))
            .Should().BeEquivalentTo(used.Select(each => $"{space}.{each}"));
    }

    private static IReadOnlyList<string> Faults(params (Housed From, Housed To)[] arrows) =>
        ArrowRules.FaultsOf(arrows.Select(arrow => new Arrow(arrow.From, arrow.To)));
}

internal interface ITarget;

internal class Target;

internal sealed class TargetException : Exception;

internal static class Targets
{
    public static readonly object Field = new();

    public const int Constant = 3;

    public static int Count() => Field.GetHashCode();
}

[AttributeUsage(AttributeTargets.All)]
internal sealed class MarkAttribute(Type? type = null) : Attribute
{
    public Type? Type => type;
}

internal sealed class Inherits : Target;

internal sealed class Implements : ITarget;

internal sealed class Constrains<T>
    where T : ITarget
{
    public override string ToString() => typeof(T).Name;
}

internal sealed class HasField
{
    public object? Taken() => _field;

#pragma warning disable CS0649 // only its type matters
    private readonly Target[]? _field;
#pragma warning restore CS0649
}

internal sealed class HasProperty
{
    public Target? Property { get; init; }
}

internal abstract class HasParameter
{
    public abstract void Take(in Target target);
}

internal abstract class Returns
{
    public abstract Target Give();
}

internal abstract class ReturnsListOf
{
    public abstract IReadOnlyDictionary<string, List<Target?>> Give();
}

[Mark]
internal sealed class IsMarked;

[Mark(typeof(List<Target>))]
internal sealed class IsMarkedWithType;

internal abstract class MarksAParameter
{
    public abstract void Take([Mark] int number);
}

internal sealed class Makes
{
    public override string ToString() => new Target().ToString()!;
}

internal sealed class Calls
{
    public override int GetHashCode() => Targets.Count();

    public override bool Equals(object? obj) => obj is Calls;
}

internal sealed class CallsGeneric
{
    public override string ToString() => string.Join(',', Array.Empty<Target>().Length);
}

internal sealed class ReadsField
{
    public override string ToString() => Targets.Field.ToString()!;
}

internal sealed class AsksForType
{
    public override string ToString() => typeof(Target).Name;
}

internal sealed class Casts
{
    public static bool Is(object thing) => thing is Target;
}

internal sealed class Catches
{
    public static bool Try(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (TargetException)
        {
            return false;
        }
    }
}

internal sealed class CallsInLambda
{
    public static Func<int> Later() => () => Targets.Count();
}

internal sealed class CallsAfterSwitch
{
    public static double Number(int which, double number)
    {
        switch (which)
        {
            case 0: return 1.5;
            case 1: return 1L << 40;
            case 2: return number;
            case 3: return -1;
            case 4: return 300;
            default: return Targets.Count();
        }
    }
}

internal sealed class UsesInNestedType
{
    internal sealed class Inner
    {
        [JsonIgnore]
        public Target? Target { get; init; }
    }
}

internal sealed class NamesOnly
{
    public override string ToString() => $"{nameof(Target)} {Targets.Constant}";
}

internal sealed class UsesNothing;
