using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Bidding;

/// <summary>The form in which a customer asks for bids.</summary>
/// <remarks>Source: the three forms of 《B2B 大客户开发与管理》 (招标的形式). The tendering law of China has the first two; government purchasing has
/// further forms.</remarks>
[JsonConverter(typeof(TermJsonConverter<TenderForm>))]
public sealed class TenderForm : Term<TenderForm>
{
    /// <summary>Anybody may bid; value 1.</summary>
    public static readonly TenderForm Open = new(1);
    /// <summary>Only invited bidders may bid; value 2.</summary>
    public static readonly TenderForm Invited = new(2);
    /// <summary>The customer negotiates with a few suppliers; value 3.</summary>
    public static readonly TenderForm Negotiated = new(3);

    private TenderForm(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
