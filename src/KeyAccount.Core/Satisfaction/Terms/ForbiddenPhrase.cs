using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Satisfaction;

/// <summary>One of ten phrases never to say to a customer who complains.</summary>
/// <remarks>Source for the number: 《大客户销售技巧（客户关系管理篇）》 (接待客户投诉的十句禁忌语), which gives none of the phrases; these ten are a
/// <c>LibraryDefault</c>.</remarks>
[JsonConverter(typeof(TermJsonConverter<ForbiddenPhrase>))]
public sealed class ForbiddenPhrase : Term<ForbiddenPhrase>
{
    /// <summary>That is not my job; value 1.</summary>
    public static readonly ForbiddenPhrase NotMyJob = new(1);
    /// <summary>That is impossible; value 2.</summary>
    public static readonly ForbiddenPhrase Impossible = new(2);
    /// <summary>That is company policy; value 3.</summary>
    public static readonly ForbiddenPhrase CompanyPolicy = new(3);
    /// <summary>You should have said so earlier; value 4.</summary>
    public static readonly ForbiddenPhrase ShouldHaveSaid = new(4);
    /// <summary>Other customers have no problem with it; value 5.</summary>
    public static readonly ForbiddenPhrase OthersFine = new(5);
    /// <summary>You did not use it properly; value 6.</summary>
    public static readonly ForbiddenPhrase YourMisuse = new(6);
    /// <summary>You misheard; value 7.</summary>
    public static readonly ForbiddenPhrase YouMisheard = new(7);
    /// <summary>Ask somebody else; value 8.</summary>
    public static readonly ForbiddenPhrase AskSomeoneElse = new(8);
    /// <summary>There is nothing I can do; value 9.</summary>
    public static readonly ForbiddenPhrase NothingICanDo = new(9);
    /// <summary>Do as you like; value 10.</summary>
    public static readonly ForbiddenPhrase DoAsYouLike = new(10);

    private ForbiddenPhrase(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary>What to say instead.</summary>
    public Text Better => TextTable.Library[$"Satisfaction.ForbiddenPhrase.{Name}.Better"];

    internal Text Why => Texts.Description;
}
