using System.Text.Json.Serialization;

namespace KeyAccount.Core.Reviews;

/// <summary>The kind of a note of an import.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImportNoteKind>))]
public enum ImportNoteKind
{
    /// <summary>A value or a row cannot be used.</summary>
    Fault,

    /// <summary>A value is not one of those that its column allows.</summary>
    OutsideList,

    /// <summary>A row names an account that is not among the accounts; the row is left over.</summary>
    UnknownAccount,

    /// <summary>A row belongs to a person, a deal, a quote or a complaint that its account does not have; the row is left over.</summary>
    UnknownItem,

    /// <summary>A row adds nothing to an earlier one.</summary>
    Repeated,

    /// <summary>Accounts have names or ids that look alike.</summary>
    AlikeAccounts,

    /// <summary>People of one account have names or ids that look alike.</summary>
    AlikePeople,

    /// <summary>Entries of another list of one account, such as its contracts or deals, have ids that look alike.</summary>
    AlikeItems,

    /// <summary>The date of a past event is after the date of the facts, so that a review does not count it.</summary>
    FutureDate,

    /// <summary>An account is new in the updated portfolio.</summary>
    NewAccount,

    /// <summary>An entry, such as a person, a deal or a month of purchases, is new in an account of the updated portfolio.</summary>
    NewItem,

    /// <summary>A value of the updated portfolio has changed, or was not known before.</summary>
    Change,

    /// <summary>An account, an entry or a value of the updated portfolio is not in the tables, although they could contain it; it
    /// stays.</summary>
    Kept,
}
