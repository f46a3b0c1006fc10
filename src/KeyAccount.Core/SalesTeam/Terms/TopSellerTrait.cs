using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A trait of a top seller; there are six.</summary>
/// <remarks>《B2B 大客户开发与管理》 says that there are six (“六大”特征) but does not name them. The number comes from the source; the items are a
/// LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<TopSellerTrait>))]
public sealed class TopSellerTrait : Term<TopSellerTrait>
{
    /// <summary>Sets higher targets than the company does; value 1.</summary>
    public static readonly TopSellerTrait Ambition = new(1);
    /// <summary>Sees things through the customer's eyes; value 2.</summary>
    public static readonly TopSellerTrait Empathy = new(2);
    /// <summary>Makes more of the right visits; value 3.</summary>
    public static readonly TopSellerTrait Diligence = new(3);
    /// <summary>Asks, reads and tries things out; value 4.</summary>
    public static readonly TopSellerTrait Curiosity = new(4);
    /// <summary>Stays calm when it counts; value 5.</summary>
    public static readonly TopSellerTrait Composure = new(5);
    /// <summary>Says what we cannot do; value 6.</summary>
    public static readonly TopSellerTrait Honesty = new(6);

    private TopSellerTrait(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
