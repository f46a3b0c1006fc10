using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Loyalty;

/// <summary>How loyal a customer is, by the loyalty scorecard.</summary>
/// <remarks>LibraryDefault: S000 names the indicators of loyalty and no levels.</remarks>
[JsonConverter(typeof(TermJsonConverter<LoyaltyLevel>))]
public sealed class LoyaltyLevel : OrderedTerm<LoyaltyLevel>
{
    /// <summary>A rival with a fair offer can have it; value 1.</summary>
    public static readonly LoyaltyLevel Low = new(nameof(Low), 1);

    /// <summary>It stays while nothing goes wrong; value 2.</summary>
    public static readonly LoyaltyLevel Medium = new(nameof(Medium), 2);

    /// <summary>It stays when something does go wrong; value 3.</summary>
    public static readonly LoyaltyLevel High = new(nameof(High), 3);

    private LoyaltyLevel(string name, int value)
        : base(name, value)
    {
    }

    /// <summary><see cref="TermDirection.HighestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
