using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Bidding;

/// <summary>The set of rules that a tender follows. The two sets are never mixed.</summary>
/// <remarks>LibraryDefault: the duties of each are in <see cref="TenderDuties"/>.</remarks>
[JsonConverter(typeof(TermJsonConverter<TenderRegime>))]
public sealed class TenderRegime : Term<TenderRegime>
{
    /// <summary>The tendering law; value 1.</summary>
    public static readonly TenderRegime TenderingLaw = new(1);
    /// <summary>The law on government purchasing; value 2.</summary>
    public static readonly TenderRegime GovernmentPurchasing = new(2);

    private TenderRegime(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
