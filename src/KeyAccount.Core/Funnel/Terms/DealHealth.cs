using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Funnel;

/// <summary>How sound a deal is, whatever its stage.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<DealHealth>))]
public sealed class DealHealth : OrderedTerm<DealHealth>
{
    /// <summary>Few facts support the deal; value 1.</summary>
    public static readonly DealHealth Weak = new(1);
    /// <summary>The deal can be won, and some facts support it; value 2.</summary>
    public static readonly DealHealth Fair = new(2);
    /// <summary>Most facts support the deal; value 3.</summary>
    public static readonly DealHealth Strong = new(3);

    private DealHealth(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
