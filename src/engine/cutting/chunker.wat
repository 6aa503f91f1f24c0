;; FastCDC (FORMAT.md 5). Memory: the gear table, 256 numbers of 64 bits, at 0; the window from 65536 on.
(module
  (memory (export "memory") 1)

  ;; Length of the chunk that begins at $start and ends at $end at the latest. $min, $average, $max: lengths.
  (func (export "cut")
    (param $start i32) (param $end i32) (param $min i32) (param $average i32) (param $max i32) (result i32)
    (local $left i32) (local $at i32) (local $last i32) (local $middle i32) (local $hash i64)
    (local.set $left (i32.sub (local.get $end) (local.get $start)))
    (if (i32.le_u (local.get $left) (local.get $min)) (then (return (local.get $left))))
    (local.set $last
      (i32.add (local.get $start)
        (select (local.get $left) (local.get $max) (i32.lt_u (local.get $left) (local.get $max)))))
    (local.set $middle
      (i32.add (local.get $start)
        (select (local.get $left) (local.get $average) (i32.lt_u (local.get $left) (local.get $average)))))
    (local.set $at (i32.add (local.get $start) (local.get $min)))

    ;; Up to the average length: 21 bits must be zero.
    (block $done
      (loop $strict
        (br_if $done (i32.ge_u (local.get $at) (local.get $middle)))
        (local.set $hash
          (i64.add
            (i64.shl (local.get $hash) (i64.const 1))
            (i64.load (i32.shl (i32.load8_u (local.get $at)) (i32.const 3)))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br_if $strict (i64.ne (i64.and (local.get $hash) (i64.const 0xfffff80000000000)) (i64.const 0)))
        (return (i32.sub (local.get $at) (local.get $start)))))

    ;; Beyond: 19 bits.
    (block $done
      (loop $loose
        (br_if $done (i32.ge_u (local.get $at) (local.get $last)))
        (local.set $hash
          (i64.add
            (i64.shl (local.get $hash) (i64.const 1))
            (i64.load (i32.shl (i32.load8_u (local.get $at)) (i32.const 3)))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br_if $loose (i64.ne (i64.and (local.get $hash) (i64.const 0xffffe00000000000)) (i64.const 0)))
        (return (i32.sub (local.get $at) (local.get $start)))))
    (i32.sub (local.get $last) (local.get $start))))
