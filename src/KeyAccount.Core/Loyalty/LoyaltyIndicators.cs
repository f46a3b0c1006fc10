using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Loyalty;

/// <summary>How the customer takes a quality problem of ours.</summary>
/// <remarks>The indicator is S000's (客户对质量问题的容忍度); its levels are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<QualityTolerance>))]
public sealed class QualityTolerance : OrderedTerm<QualityTolerance>
{
    /// <summary>One problem, and it looks for another supplier; value 1.</summary>
    public static readonly QualityTolerance Low = new(nameof(Low), 1);

    /// <summary>It lets us put the problem right; value 2.</summary>
    public static readonly QualityTolerance Medium = new(nameof(Medium), 2);

    /// <summary>It solves the problem together with us; value 3.</summary>
    public static readonly QualityTolerance High = new(nameof(High), 3);

    private QualityTolerance(string name, int value)
        : base(name, value)
    {
    }

    /// <summary><see cref="TermDirection.HighestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}

/// <summary>How little of a price difference it takes to move the customer.</summary>
/// <remarks>The indicator is S000's (客户对价格的敏感程度); its levels are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<PriceSensitivity>))]
public sealed class PriceSensitivity : OrderedTerm<PriceSensitivity>
{
    /// <summary>It pays more for what it gets from us; value 1.</summary>
    public static readonly PriceSensitivity Low = new(nameof(Low), 1);

    /// <summary>It negotiates, and weighs the price against the rest; value 2.</summary>
    public static readonly PriceSensitivity Medium = new(nameof(Medium), 2);

    /// <summary>A small difference moves the order; value 3.</summary>
    public static readonly PriceSensitivity High = new(nameof(High), 3);

    private PriceSensitivity(string name, int value)
        : base(name, value)
    {
    }

    /// <summary><see cref="TermDirection.LowestIsBest"/>: a customer that is not sensitive to the price is the more loyal one.</summary>
    public override TermDirection Direction => TermDirection.LowestIsBest;
}

/// <summary>How the customer meets our competitors.</summary>
/// <remarks>The indicator is S000's (客户对竞争对手的态度); its levels are a <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<CompetitorAttitude>))]
public sealed class CompetitorAttitude : OrderedTerm<CompetitorAttitude>
{
    /// <summary>It turns them away; value 1.</summary>
    public static readonly CompetitorAttitude Rejects = new(nameof(Rejects), 1);

    /// <summary>It listens to them and leaves it at that; value 2.</summary>
    public static readonly CompetitorAttitude Reserved = new(nameof(Reserved), 2);

    /// <summary>It invites their offers and tries them; value 3.</summary>
    public static readonly CompetitorAttitude Open = new(nameof(Open), 3);

    /// <summary>It would rather buy from one of them; value 4.</summary>
    public static readonly CompetitorAttitude Prefers = new(nameof(Prefers), 4);

    private CompetitorAttitude(string name, int value)
        : base(name, value)
    {
    }

    /// <summary><see cref="TermDirection.LowestIsBest"/>: a customer that turns competitors away is the more loyal one.</summary>
    public override TermDirection Direction => TermDirection.LowestIsBest;
}
