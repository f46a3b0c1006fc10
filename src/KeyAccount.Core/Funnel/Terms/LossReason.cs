using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Funnel;

/// <summary>Why a deal was lost.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<LossReason>))]
public sealed class LossReason : OpenTerm<LossReason>, IOpenTerm<LossReason>
{
    /// <summary>Price; value 1.</summary>
    public static readonly LossReason Price = new(1);
    /// <summary>Product or solution; value 2.</summary>
    public static readonly LossReason Product = new(2);
    /// <summary>Relationship; value 3.</summary>
    public static readonly LossReason Relationship = new(3);
    /// <summary>Timing; value 4.</summary>
    public static readonly LossReason Timing = new(4);
    /// <summary>The customer did not decide; value 5.</summary>
    public static readonly LossReason NoDecision = new(5);
    /// <summary>A competitor won it otherwise; value 6.</summary>
    public static readonly LossReason Competitor = new(6);

    private LossReason(int value, [CallerMemberName] string name = "") : base(name, value) { }

    static LossReason IOpenTerm<LossReason>.Create(string name, int value) => new(value, name);
}
