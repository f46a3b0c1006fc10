using System.Text.Json.Serialization;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>How we stand towards a customer's wish for a lower price.</summary>
/// <remarks>LibraryDefault: S000 asks for prices by customer tier and names no postures.</remarks>
[JsonConverter(typeof(TermJsonConverter<PricePosture>))]
public sealed class PricePosture : Term<PricePosture>
{
    /// <summary>The price stays; value 1.</summary>
    public static readonly PricePosture Hold = new(nameof(Hold), 1);

    /// <summary>A price step only for something in return; value 2.</summary>
    public static readonly PricePosture Trade = new(nameof(Trade), 2);

    /// <summary>The customer is to be kept: an early step, still in exchange; value 3.</summary>
    public static readonly PricePosture Defend = new(nameof(Defend), 3);

    /// <summary>The price stays, and the customer may leave; value 4.</summary>
    public static readonly PricePosture LetGo = new(nameof(LetGo), 4);

    private PricePosture(string name, int value)
        : base(name, value)
    {
    }
}

/// <summary>Who may grant a price.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<ApprovalLevel>))]
public sealed class ApprovalLevel : OrderedTerm<ApprovalLevel>
{
    /// <summary>The salesperson alone; value 1.</summary>
    public static readonly ApprovalLevel Salesperson = new(nameof(Salesperson), 1);

    /// <summary>The sales manager; value 2.</summary>
    public static readonly ApprovalLevel SalesManager = new(nameof(SalesManager), 2);

    /// <summary>The sales director; value 3.</summary>
    public static readonly ApprovalLevel SalesDirector = new(nameof(SalesDirector), 3);

    /// <summary>The general manager; value 4.</summary>
    public static readonly ApprovalLevel GeneralManager = new(nameof(GeneralManager), 4);

    /// <summary>Nobody: the price is below the walk-away; value 5.</summary>
    public static readonly ApprovalLevel Nobody = new(nameof(Nobody), 5);

    private ApprovalLevel(string name, int value)
        : base(name, value)
    {
    }

    /// <summary><see cref="TermDirection.HighestIsBest"/>: who is at least a level may grant what that level may.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}

/// <summary>How we stand towards a customer's wish for a lower price, and who may give way at all.</summary>
/// <param name="Posture">The posture.</param>
/// <param name="Authority">The lowest level that may grant a price step, however small; <see cref="PriceGuardrails"/> may ask for a higher one.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record PricePolicy(PricePosture Posture, ApprovalLevel Authority)
{
    /// <summary>Whether the posture lets a price step be given, in exchange.</summary>
    [JsonIgnore]
    public bool AllowsStep => Posture == PricePosture.Trade || Posture == PricePosture.Defend;
}

/// <summary>What the posture towards a customer depends on. Everything may be unknown; unknown is null.</summary>
/// <remarks>Immutable; equal when every fact is.</remarks>
public sealed record PricePolicyFacts
{
    /// <summary>The tier of the account; null while it is not graded.</summary>
    public AccountTier? Tier { get; init; }

    /// <summary>How high the barrier around the customer is; null while it is unrated.</summary>
    public BarrierLevel? Barrier { get; init; }

    /// <summary>How much its decision depends on the price.</summary>
    public PriceSensitivity? Sensitivity { get; init; }
}
