using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Bidding;

/// <summary>The kind of a fault in a bid.</summary>
/// <remarks>LibraryDefault. Each kind breaks one of the three rules of <see cref="BidQuality"/>.</remarks>
[JsonConverter(typeof(TermJsonConverter<BidFaultKind>))]
public sealed class BidFaultKind : Term<BidFaultKind>
{
    /// <summary>A required document is missing; value 1.</summary>
    public static readonly BidFaultKind Missing = new(1);
    /// <summary>A document is not signed or sealed; value 2.</summary>
    public static readonly BidFaultKind NotSigned = new(2);
    /// <summary>A document expires before the deadline; value 3.</summary>
    public static readonly BidFaultKind OutOfDate = new(3);
    /// <summary>A scored criterion has no answer; value 4.</summary>
    public static readonly BidFaultKind Unanswered = new(4);
    /// <summary>An answer has no evidence; value 5.</summary>
    public static readonly BidFaultKind NoEvidence = new(5);
    /// <summary>An answer names no page; value 6.</summary>
    public static readonly BidFaultKind NoPage = new(6);
    /// <summary>The same figure has two values; value 7.</summary>
    public static readonly BidFaultKind AmountsDiffer = new(7);
    /// <summary>Words and digits differ; value 8.</summary>
    public static readonly BidFaultKind WordsDiffer = new(8);
    /// <summary>The parts do not add up to the sum; value 9.</summary>
    public static readonly BidFaultKind SumDiffers = new(9);
    /// <summary>Names or dates differ; value 10.</summary>
    public static readonly BidFaultKind StatementsDiffer = new(10);

    private BidFaultKind(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary>The rule that this kind of fault breaks.</summary>
    public BidQuality Quality => Value <= OutOfDate.Value ? BidQuality.NothingMissing
        : Value <= NoPage.Value ? BidQuality.NothingRough
        : BidQuality.NothingWrong;
}
