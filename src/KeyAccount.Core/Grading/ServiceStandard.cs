using System.Text.Json.Serialization;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>How deep service goes.</summary>
/// <remarks>Source: S000 (救火服务、防火服务、增值服务).</remarks>
[JsonConverter(typeof(TermJsonConverter<ServiceDepth>))]
public sealed class ServiceDepth : OrderedTerm<ServiceDepth>
{
    /// <summary>Something is broken and we repair it; value 1.</summary>
    public static readonly ServiceDepth FireFighting = new(nameof(FireFighting), 1);

    /// <summary>We see to it that nothing breaks; value 2.</summary>
    public static readonly ServiceDepth FirePrevention = new(nameof(FirePrevention), 2);

    /// <summary>We make the customer's own business better; value 3.</summary>
    public static readonly ServiceDepth ValueAdding = new(nameof(ValueAdding), 3);

    private ServiceDepth(string name, int value)
        : base(name, value)
    {
    }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: value-adding = 3 is the deepest.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}

/// <summary>Who answers for an account inside our company.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<SponsorLevel>))]
public sealed class SponsorLevel : OrderedTerm<SponsorLevel>
{
    /// <summary>The salesperson alone; value 1.</summary>
    public static readonly SponsorLevel Salesperson = new(nameof(Salesperson), 1);

    /// <summary>The head of sales; value 2.</summary>
    public static readonly SponsorLevel SalesManager = new(nameof(SalesManager), 2);

    /// <summary>A member of the board; value 3.</summary>
    public static readonly SponsorLevel Board = new(nameof(Board), 3);

    private SponsorLevel(string name, int value)
        : base(name, value)
    {
    }

    /// <summary><see cref="TermDirection.HighestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}

/// <summary>What an account is due, in seven dimensions with targets that a CRM can act on.</summary>
/// <remarks>S000 promises seven dimensions of tiered management and names none; this set is a <c>LibraryDefault</c>.
/// Immutable; equal when every part is.</remarks>
public sealed record ServiceStandard
{
    /// <summary>Dimension 1, visit rhythm: planned visits per quarter.</summary>
    public required int VisitsPerQuarter { get; init; }

    /// <summary>Dimension 2, executive sponsor.</summary>
    public required SponsorLevel Sponsor { get; init; }

    /// <summary>Dimension 3, response time: working hours to a first answer.</summary>
    public required int ResponseHours { get; init; }

    /// <summary>Dimension 4, price and credit authority: the discount the salesperson may give alone, in percent of the list price.</summary>
    public required decimal DiscountAuthorityPercent { get; init; }

    /// <summary>Dimension 4, price and credit authority: the longest credit period without approval, in days.</summary>
    public required int CreditDays { get; init; }

    /// <summary>Dimension 5, capacity priority: 1 is served first.</summary>
    public required int CapacityPriority { get; init; }

    /// <summary>Dimension 6, technical support: planned days of an engineer with the customer per quarter.</summary>
    public required int EngineerDaysPerQuarter { get; init; }

    /// <summary>Dimension 7, relationship activities per year: meetings of the leaders, training, joint projects.</summary>
    public required int RelationshipActivitiesPerYear { get; init; }

    /// <summary>How deep the service goes.</summary>
    public required ServiceDepth Depth { get; init; }
}

/// <summary>What a service standard depends on.</summary>
/// <remarks>Immutable; equal when both facts are.</remarks>
public sealed record ServiceStandardFacts
{
    /// <summary>The tier of the account; null while it is not graded.</summary>
    public AccountTier? Tier { get; init; }

    /// <summary>Its level in the value pyramid; null while its value is not known.</summary>
    public ValuePyramidLevel? Value { get; init; }
}

/// <summary>Differentiated service: which standard an account is due.</summary>
/// <remarks>Source for the idea: S000. Every rule and target is a <c>LibraryDefault</c>.</remarks>
public static class DifferentiatedService
{
    private static readonly Provenance Ours = Provenance.LibraryDefault("S000 asks for differentiated service and gives no targets");

    /// <summary>Tier and value → service standard; complete, each combination has exactly one answer.</summary>
    public static DecisionTable<ServiceStandardFacts, ServiceStandard> Standard { get; } = DecisionTable
        .For<ServiceStandardFacts, ServiceStandard>("differentiatedService.standard")
        .Domain(f => f.Tier, [.. AccountTier.InOrder, null])
        .Domain(f => f.Value, [.. ValuePyramidLevel.InOrder, null])
        .Rule("a", f => f.Tier == AccountTier.A, Of(6, SponsorLevel.Board, 4, 8, 90, 1, 6, 6, ServiceDepth.ValueAdding), Reason("a"), Facts, Ours)
        .Rule(
            "b.highValue",
            f => f.Tier == AccountTier.B && (f.Value == ValuePyramidLevel.Platinum || f.Value == ValuePyramidLevel.Gold),
            Of(4, SponsorLevel.SalesManager, 8, 5, 60, 2, 3, 4, ServiceDepth.ValueAdding),
            Reason("b.highValue"),
            Facts,
            Ours)
        .Rule(
            "b",
            f => f.Tier == AccountTier.B && f.Value != ValuePyramidLevel.Platinum && f.Value != ValuePyramidLevel.Gold,
            Of(3, SponsorLevel.SalesManager, 8, 5, 60, 3, 2, 2, ServiceDepth.FirePrevention),
            Reason("b"),
            Facts,
            Ours)
        .Rule(
            "c.highValue",
            f => f.Tier == AccountTier.C && (f.Value == ValuePyramidLevel.Platinum || f.Value == ValuePyramidLevel.Gold),
            Of(2, SponsorLevel.Salesperson, 16, 3, 30, 3, 1, 1, ServiceDepth.FirePrevention),
            Reason("c.highValue"),
            Facts,
            Ours)
        .Rule(
            "c",
            f => f.Tier == AccountTier.C && f.Value != ValuePyramidLevel.Platinum && f.Value != ValuePyramidLevel.Gold,
            Of(1, SponsorLevel.Salesperson, 24, 2, 30, 4, 0, 0, ServiceDepth.FireFighting),
            Reason("c"),
            Facts,
            Ours)
        .Rule("ungraded", f => f.Tier == null, Of(1, SponsorLevel.Salesperson, 24, 2, 0, 4, 0, 0, ServiceDepth.FireFighting), Reason("ungraded"), provenance: Ours)
        .Build(HitPolicy.Unique);

    private static ServiceStandard Of(
        int visits, SponsorLevel sponsor, int response, decimal discount, int credit, int priority, int engineerDays, int activities, ServiceDepth depth) => new()
        {
            VisitsPerQuarter = visits,
            Sponsor = sponsor,
            ResponseHours = response,
            DiscountAuthorityPercent = discount,
            CreditDays = credit,
            CapacityPriority = priority,
            EngineerDaysPerQuarter = engineerDays,
            RelationshipActivitiesPerYear = activities,
            Depth = depth,
        };

    private static object?[] Facts(ServiceStandardFacts facts) => [facts.Tier, facts.Value];

    private static Text Reason(string rule) => TextTable.Library[$"Grading.DifferentiatedService.{rule}"];
}
