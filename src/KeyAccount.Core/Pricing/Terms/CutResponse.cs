using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Pricing;

/// <summary>The response to price cuts in the market.</summary>
/// <remarks>LibraryDefault: 《大客户销售技巧（客户关系管理篇）》 asks when to move but names no answers.</remarks>
[JsonConverter(typeof(TermJsonConverter<CutResponse>))]
public sealed class CutResponse : Term<CutResponse>
{
    /// <summary>Our price stays; value 1.</summary>
    public static readonly CutResponse Hold = new(1);
    /// <summary>Our price follows; value 2.</summary>
    public static readonly CutResponse Match = new(2);
    /// <summary>A different offer instead of a different price: a leaner version, a larger scope; value 3.</summary>
    public static readonly CutResponse Differentiate = new(3);

    private CutResponse(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
